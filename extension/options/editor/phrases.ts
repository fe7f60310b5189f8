import { EditorState, type Extension } from "@codemirror/state"
import type { Language } from "../../words/language"

/** CodeMirror's own words, where it asks for them in English. */
const russian: Record<string, string> = {
  Find: "Найти",
  Replace: "Заменить на",
  next: "дальше",
  previous: "назад",
  all: "все",
  "match case": "с учётом регистра",
  "by word": "слово целиком",
  regexp: "регулярное выражение",
  replace: "заменить",
  "replace all": "заменить все",
  close: "закрыть",
  "current match": "найдено",
  "replaced $ matches": "заменено: $",
  "replaced match on line $": "заменено в строке $",
  "on line": "в строке",
  "Go to line": "К строке",
  go: "перейти",
  Completions: "Подсказки",
  Diagnostics: "Ошибки и замечания",
  "No diagnostics": "Ни ошибок, ни замечаний",
  "Folded lines": "Свёрнуты строки",
  "Unfolded lines": "Развёрнуты строки",
  to: "по",
  "folded code": "свёрнутый текст",
  unfold: "развернуть",
  "Fold line": "Свернуть",
  "Unfold line": "Развернуть",
  "Selection deleted": "Выделенное удалено",
  "Control character": "Управляющий знак",
}

export function phrasesOf(language: Language): Extension {
  return language === "ru" ? EditorState.phrases.of(russian) : []
}
