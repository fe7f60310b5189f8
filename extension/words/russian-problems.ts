import { sayMapErrorRussian } from "./russian-map-errors"

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

/** The sentence in Russian, with the names that the parser put in backquotes and the one it proposes. */
export function explainProblemRussian(code: string, message: string): string {
  const proposed = /: did you mean (`[^`]*`)\?$/.exec(message)
  const said = proposed ? message.slice(0, proposed.index) : message
  const about = sayMapErrorRussian(said) ?? sayByCode(code, said)
  return proposed ? `${about}; может быть, ${proposed[1]}?` : about
}

/** What is not known word by word has at least its kind and its names. */
function sayByCode(code: string, message: string): string {
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : "ошибка"
  const named = message.match(/`[^`]*`/g) ?? []
  return named.length > 0 ? `${sentence}: ${[...new Set(named)].join(", ")}` : `${sentence}`
}
