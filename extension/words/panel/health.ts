import { pluralEnglish, pluralRussian } from "../plural"
import { defineWords } from "../words"

export const healthWords = defineWords({
  en: {
    title: "Health",
    works: "Recording works",
    doubt: "Recording works, with a but",
    broken: "Something keeps Cuelight from recording",
    events: (count: number, shown: string) =>
      `${shown} ${pluralEnglish(count, { one: "event", other: "events" })}`,
    none: "no events yet",
    facts: "What the journey rests on",
    source: "Who tells",
    sources: { recorder: "Cuelight's own recorder in this browser", snippet: "the page's own snippet" },
    from: "Recording since",
    recorded: "Recorded",
    last: "Last event",
    visitor: "Visitor",
    map: "Map",
    channels: "Who watches the channels",
    refused: "Left out",
    refusedText: (shown: string, reason: string) => `${shown}, the last because: ${reason}`,
  },
  ru: {
    title: "Состояние",
    works: "Запись работает",
    doubt: "Запись работает, но есть замечания",
    broken: "Что-то мешает записи",
    events: (count, shown) =>
      `${shown} ${pluralRussian(count, { one: "событие", few: "события", many: "событий" })}`,
    none: "событий пока нет",
    facts: "На чём держится этот путь",
    source: "Кто рассказывает",
    sources: { recorder: "наблюдатель Cuelight в этом браузере", snippet: "код на самой странице" },
    from: "Запись идёт с",
    recorded: "Записано",
    last: "Последнее событие",
    visitor: "Посетитель",
    map: "Карта",
    channels: "Кто следит за каналами",
    refused: "Отброшено",
    refusedText: (shown, reason) => `${shown}, последнее по причине: ${reason}`,
  },
})
