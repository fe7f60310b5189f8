import { defineWords } from "../words"

export const nowWords = defineWords({
  en: {
    title: "Now",
    history: "The way here",
    present: "now",
    lasted: (duration: string) => `for ${duration}`,
    back: "went back",
    segments: "Segments",
    segmentsNone: "This visitor is in none of the map's segments yet.",
    since: (moment: string) => `since ${moment}`,
    reach: "Can be reached by",
    reachNone: "This map has no channels. Choose another map in the options.",
    reachable: "yes",
    partly: "not with everything",
    later: (moment: string) => `from ${moment}`,
    unreachable: "no",
    notLive: { planned: "planned, not connected yet", missing: "not connected" },
    address: {
      missing: "no address known",
      bounced: "messages come back from the address",
      known: "address known",
    },
    consent: { granted: "agreed", denied: "refused", "never-asked": "never asked" },
    consentOpen: "not refused",
    quiet: (moment: string) => `quiet hours until ${moment}`,
    cap: (max: string, types: string | null, everywhere: boolean) =>
      `limit of ${max}${types === null ? "" : ` ${types}`} reached${everywhere ? " over all channels" : ""}`,
    capFree: (moment: string) => `free again ${moment}`,
  },
  ru: {
    title: "Сейчас",
    history: "Путь до этого этапа",
    present: "сейчас",
    lasted: (duration) => `длился ${duration}`,
    back: "возврат",
    segments: "Сегменты",
    segmentsNone: "Пока этот посетитель не входит ни в один сегмент карты.",
    since: (moment) => `с ${moment}`,
    reach: "Как с ним связаться",
    reachNone: "В этой карте нет каналов. Выберите другую карту в настройках.",
    reachable: "можно",
    partly: "можно не всё",
    later: (moment) => `с ${moment}`,
    unreachable: "нельзя",
    notLive: { planned: "запланирован, ещё не подключён", missing: "не подключён" },
    address: {
      missing: "адрес неизвестен",
      bounced: "сообщения на этот адрес возвращаются",
      known: "адрес известен",
    },
    consent: { granted: "согласие есть", denied: "отказ", "never-asked": "согласия не спрашивали" },
    consentOpen: "отказа не было",
    quiet: (moment) => `тихие часы до ${moment}`,
    cap: (max, types, everywhere) =>
      `достигнут предел: ${max}${types === null ? "" : ` (${types})`}${everywhere ? " по всем каналам" : ""}`,
    capFree: (moment) => `снова можно ${moment}`,
  },
})

/** Types of messages, as a map names them. */
export const messageTypeWords = defineWords({
  en: {
    promotional: "promotional",
    informational: "informational",
    news: "news",
    content: "content",
    triggered: "triggered",
    service: "service",
  } as Record<string, string>,
  ru: {
    promotional: "рекламные",
    informational: "информационные",
    news: "новости",
    content: "контент",
    triggered: "триггерные",
    service: "сервисные",
  },
})
