import type { GuideWords, KeyWords } from "./key-words"

const WITHIN: KeyWords = {
  en: "Only the last so long counts: 7d.",
  ru: "Считается только последнее время: 7d.",
}
const WHERE: KeyWords = {
  en: "Only events that fit: { item_id: sku-1, price: { gte: 1000 } }.",
  ru: "Только подходящие события: { item_id: sku-1, price: { gte: 1000 } }.",
}
const OF: KeyWords = {
  en: "Which events count: purchase.",
  ru: "Какие события считаются: purchase.",
  refersTo: "events",
}

const COMPARISONS: Record<string, KeyWords> = {
  eq: { en: "Equal to.", ru: "Равно." },
  ne: { en: "There, and not equal to.", ru: "Есть и не равно." },
  gt: { en: "More than.", ru: "Больше." },
  gte: { en: "At least.", ru: "Не меньше." },
  lt: { en: "Less than.", ru: "Меньше." },
  lte: { en: "At most.", ru: "Не больше." },
}
const TESTS: Record<string, KeyWords> = {
  ...COMPARISONS,
  in: { en: "One of a list.", ru: "Одно из списка." },
  contains: {
    en: "A text with this in it, or a list with this among it.",
    ru: "Текст, где это встречается, или список, где это есть.",
  },
  starts: { en: "A text that begins so.", ru: "Текст, который так начинается." },
  exists: { en: "true: there is a value; false: there is none.", ru: "true: значение есть; false: его нет." },
}

/** Conditions, and what they compare. */
export const conditionWords: GuideWords = {
  EventCondition: {
    en: "How often something happened.",
    ru: "Сколько раз что-то произошло.",
    keys: {
      event: {
        en: "The event, or a list of which any will do.",
        ru: "Событие или список, из которого подходит любое.",
        refersTo: "events",
      },
      where: WHERE,
      count: {
        en: "At least so often (2), or comparisons: { lte: 2 }; 0 means never.",
        ru: "Не реже стольких раз (2) или сравнения: { lte: 2 }; 0 — ни разу.",
        default: 1,
      },
      within: WITHIN,
    },
  },
  SumCondition: {
    en: "The sum of a number over events: money spent in a year.",
    ru: "Сумма числа по событиям: сколько потрачено за год.",
    keys: {
      sum: {
        en: "The property to add up: value.",
        ru: "Свойство, которое складывается: value.",
        refersTo: "fields",
      },
      of: OF,
      within: WITHIN,
      ...COMPARISONS,
    },
  },
  InactiveCondition: {
    en: "Something happened once, and then not for so long.",
    ru: "Что-то было, а потом столько времени — нет.",
    keys: {
      inactive: { en: "How long: 60d.", ru: "Сколько: 60d." },
      of: {
        en: "Only these events count; without it, whatever the person did.",
        ru: "Считаются только эти события; иначе — любые действия человека.",
        refersTo: "events",
      },
    },
  },
  SequenceCondition: {
    en: "Events in this order; others may lie between.",
    ru: "События в этом порядке; между ними могут быть другие.",
    keys: {
      sequence: {
        en: "The events in order: [view_item, add_to_cart].",
        ru: "События по порядку: [view_item, add_to_cart].",
        refersTo: "events",
      },
      within: {
        en: "From the first to the last at most so long.",
        ru: "От первого до последнего не дольше.",
      },
    },
  },
  TraitCondition: {
    en: "What is known of the person.",
    ru: "Что известно о человеке.",
    keys: {
      trait: {
        en: "The trait: city, plan, loyalty.level.",
        ru: "Свойство: city, plan, loyalty.level.",
        refersTo: "traits",
      },
      ...TESTS,
      for: { en: "It has been so without a break for so long.", ru: "Так без перерыва уже столько времени." },
    },
  },
  ConsentCondition: {
    en: "The person may be written to on a channel, as far as consent goes.",
    ru: "Человеку можно писать по каналу, насколько это зависит от согласия.",
    keys: { consent: { en: "The channel.", ru: "Канал.", refersTo: "channels" } },
  },
  ReachableCondition: {
    en: "There is an address on a channel, and it has not bounced.",
    ru: "Адрес для канала есть, и он не вернул ошибку.",
    keys: { reachable: { en: "The channel.", ru: "Канал.", refersTo: "channels" } },
  },
  AllCondition: {
    en: "All of these hold.",
    ru: "Выполнены все.",
    keys: { all: { en: "The conditions.", ru: "Условия." } },
  },
  AnyCondition: {
    en: "At least one of these holds.",
    ru: "Выполнено хотя бы одно.",
    keys: { any: { en: "The conditions.", ru: "Условия." } },
  },
  NotCondition: {
    en: "This does not hold.",
    ru: "Это не выполнено.",
    keys: { not: { en: "The condition.", ru: "Условие." } },
  },
  EventMatcher: {
    en: "Which events are meant.",
    ru: "Какие события имеются в виду.",
    keys: {
      event: {
        en: "The event, or a list of which any will do.",
        ru: "Событие или список, из которого подходит любое.",
        refersTo: "events",
      },
      where: WHERE,
    },
  },
  Comparison: {
    en: "All that are given must hold. A missing value, or one of another type, never does.",
    ru: "Должно выполняться всё указанное. Нет значения или другой тип — не выполнено.",
    keys: {
      ...TESTS,
      matches: {
        en: "Fits a pattern with * and ?: */checkout/*.",
        ru: "Подходит под шаблон с * и ?: */checkout/*.",
      },
    },
  },
  NumberComparison: {
    en: "All that are given must hold.",
    ru: "Должно выполняться всё указанное.",
    keys: COMPARISONS,
  },
  PropOfAttribute: {
    en: "An attribute of the element.",
    ru: "Атрибут элемента.",
    keys: {
      attribute: { en: "Its name: data-sku.", ru: "Его имя: data-sku." },
      as: { en: "text or number.", ru: "text или number.", default: "text" },
    },
  },
  PropOfText: {
    en: "The text of an element.",
    ru: "Текст элемента.",
    keys: {
      text: { en: "Its selector: .price.", ru: "Его селектор: .price." },
      as: { en: "text or number.", ru: "text или number.", default: "text" },
    },
  },
  PropOfValue: {
    en: "Always the same.",
    ru: "Всегда одно и то же.",
    keys: { value: { en: "The value.", ru: "Значение." } },
  },
  PropOfPath: {
    en: "A value of the data layer, of the request or of the DOM event.",
    ru: "Значение из data layer, запроса или события DOM.",
    keys: {
      path: { en: "The way to it: ecommerce.items.", ru: "Путь к нему: ecommerce.items." },
      as: { en: "text or number.", ru: "text или number.", default: "text" },
    },
  },
}
