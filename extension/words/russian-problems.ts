/** Errors of a map by their code; the parser's own sentence is English. */
const sentences: Record<string, string> = {
  syntax: "ошибка в записи",
  "duplicate-key": "этот ключ указан дважды",
  empty: "карта пустая",
  "too-large": "карта слишком велика",
  "too-deep": "слишком глубокая вложенность",
  "bad-key": "негодный ключ",
  "forbidden-key": "такой ключ не разрешён",
  "unknown-key": "неизвестный ключ",
  "missing-key": "не хватает ключа",
  "bad-type": "значение не того вида",
  "bad-value": "негодное значение",
  "unknown-reference": "такого имени в карте нет",
  "repeated-id": "имя указано дважды",
  circle: "ссылки ходят по кругу",
  "first-stage-when": "у первого этапа не бывает условия",
  "empty-quiet": "тихие часы кончаются там же, где начинаются",
  "first-step-if-not": "у первого шага не бывает условия по предыдущему шагу",
  "later-step": "условие указывает не на предыдущий шаг",
}

/** The sentence for a code, with the names that the parser put in backquotes and the one it proposes. */
export function explainProblemRussian(code: string, message: string): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : "ошибка"
  const proposed = /did you mean (`[^`]*`)/.exec(message)?.[1]
  const named = (message.match(/`[^`]*`/g) ?? []).filter((name) => name !== proposed)
  const about = named.length > 0 ? `${sentence}: ${[...new Set(named)].join(", ")}` : `${sentence}`
  return proposed === undefined ? about : `${about}; может быть, ${proposed}?`
}
