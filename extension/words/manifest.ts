import { iconWords } from "./icon"
import { defineWords } from "./words"

/** What the browser says of the extension: in its store, in its lists, in its settings for keys. */
export const manifestWords = defineWords({
  en: {
    description:
      "Shows, on the live page, the journey stage, the triggered scenarios and the missed follow-ups of a communication map.",
    openPanel: "Open the side panel",
    auditPage: iconWords.en.audit,
  },
  ru: {
    description:
      "Показывает прямо на странице этап пути клиента, запущенные сценарии и пропущенные сообщения карты коммуникаций.",
    openPanel: "Открыть боковую панель",
    auditPage: iconWords.ru.audit,
  },
})
