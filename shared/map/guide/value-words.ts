import type { Words } from "../../language"

/** Values that are written in a way of their own: how, and what they mean. */
export const valueWords: Record<string, Words & { pattern?: string; examples?: unknown[] }> = {
  Text: {
    en: "Words for people: one text, or one for each language: { en: …, ru: … }.",
    ru: "Слова для людей: один текст или по одному на язык: { en: …, ru: … }.",
  },
  Duration: {
    en: "A length of time: 90s, 15m, 1h, 7d, 2w or ISO 8601 (PT15M, P7D). A day is exactly 24 hours.",
    ru: "Длительность: 90s, 15m, 1h, 7d, 2w или ISO 8601 (PT15M, P7D). День — ровно 24 часа.",
    pattern:
      "^(\\d+(\\.\\d+)?[smhdw]|P(?=[\\dT])(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?)$",
    examples: ["15m", "1h", "24h", "7d"],
  },
  Offset: {
    en: "Before (-3d) or after (2h) the day.",
    ru: "До (-3d) или после (2h) этого дня.",
    pattern:
      "^[+-]?(\\d+(\\.\\d+)?[smhdw]|P(?=[\\dT])(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?)$",
    examples: ["-3d", "1d"],
  },
  Share: {
    en: "A percentage from 0% to 100%: 10%.",
    ru: "Процент от 0% до 100%: 10%.",
    pattern: "^\\d+(\\.\\d+)?%$",
    examples: ["10%"],
  },
  TimeZone: {
    en: "An IANA name: Europe/Moscow, America/New_York, UTC.",
    ru: "Имя IANA: Europe/Moscow, America/New_York, UTC.",
    pattern: "^[A-Za-z][A-Za-z0-9_+/-]{0,63}$",
    examples: ["Europe/Moscow", "UTC"],
  },
  WallTime: {
    en: 'A time of day of four digits, quoted: "10:00".',
    ru: 'Время из четырёх цифр в кавычках: "10:00".',
    examples: ["10:00"],
  },
  Matcher: {
    en: "Which events are meant: a name, { event: …, where: … }, or a list of which any will do.",
    ru: "Какие события имеются в виду: имя, { event: …, where: … } или список, из которого подходит любое.",
  },
  Filter: {
    en: "Paths of an event with a value or comparisons: { item_id: sku-1, price: { gte: 1000 } }.",
    ru: "Пути в событии со значением или сравнениями: { item_id: sku-1, price: { gte: 1000 } }.",
  },
  Condition: {
    en: "What must hold of a person.",
    ru: "Что должно быть верно для человека.",
  },
  Trigger: {
    en: "What begins a run.",
    ru: "Что запускает сценарий.",
  },
}
