import { EXTRA, type GuideWords } from "./key-words"

/** The parts of a map that describe: the whole, its journey, its people, its means. */
export const mapWords: GuideWords = {
  CommunicationMap: {
    en: "A communication map: who is written to, when, over which channel, and why.",
    ru: "Карта коммуникаций: кому, когда, по какому каналу и зачем пишем.",
    keys: {
      cuelight: { en: "The version of this language: 1.", ru: "Версия этого языка: 1." },
      id: { en: "A short name of the map, for machines.", ru: "Короткое имя карты, для машин." },
      name: { en: "The name of the map, for people.", ru: "Название карты, для людей." },
      timeZone: {
        en: "IANA zone (Europe/Moscow). Used for everyone whose own zone is not known.",
        ru: "Часовой пояс IANA (Europe/Moscow). Для всех, чей собственный пояс неизвестен.",
      },
      currency: {
        en: "Three capital letters (EUR): the currency of costs.",
        ru: "Три заглавные буквы (RUB): валюта стоимости.",
      },
      sites: {
        en: "Address patterns. On a page that fits one, the overlay takes this map by itself.",
        ru: "Шаблоны адресов. На подходящей странице панель сама берёт эту карту.",
      },
      touchpoints: {
        en: "Rules of this site for events that the built-in detectors do not see.",
        ru: "Правила этого сайта для событий, которых не видят встроенные детекторы.",
      },
      stages: {
        en: "The journey in order. A person is in the last listed stage whose `when` holds.",
        ru: "Этапы пути по порядку. Человек — на последнем из списка, чьё `when` выполнено.",
      },
      segments: {
        en: "Sets of people, each defined by a condition.",
        ru: "Группы людей, каждая задана условием.",
      },
      channels: {
        en: "The means of reaching people, each under its id: email, push, sms …",
        ru: "Средства связи, каждое под своим именем: email, push, sms …",
      },
      messages: {
        en: "What is said, each message under its id.",
        ru: "Что говорим: каждое сообщение под своим именем.",
      },
      scenarios: {
        en: "What is done and when: a trigger, an audience, a goal, and steps.",
        ru: "Что и когда делаем: триггер, аудитория, цель и шаги.",
      },
      caps: {
        en: "The most messages a person gets, over all channels.",
        ru: "Сколько сообщений человек получает самое большее, по всем каналам.",
      },
      mix: {
        en: "Planned proportions of message types, and volumes.",
        ru: "Плановые доли типов сообщений и объёмы.",
      },
      x: EXTRA,
    },
  },
  Touchpoint: {
    en: "A rule of this site: what happens on the page, and which event that is.",
    ru: "Правило этого сайта: что происходит на странице и какое это событие.",
    keys: {
      event: {
        en: "The event that is recorded: add_to_cart.",
        ru: "Событие, которое записывается: add_to_cart.",
        refersTo: "events",
      },
      on: {
        en: "What to listen for: a click, a submitted form, something coming into view, an address, a request, a DOM event, a push into the data layer.",
        ru: "Чего ждать: клик, отправка формы, появление на экране, адрес, запрос, событие DOM, запись в data layer.",
      },
      selector: {
        en: "CSS selector of the element (for click, submit, visible); for dom-event, where to listen.",
        ru: "CSS-селектор элемента (для click, submit, visible); для dom-event — где слушать.",
      },
      url: {
        en: "Pattern of the page's or the request's address, with * and ?.",
        ru: "Шаблон адреса страницы или запроса, со знаками * и ?.",
      },
      name: {
        en: "Name of the DOM event, or of the event in the data layer.",
        ru: "Имя события DOM или события в data layer.",
      },
      props: {
        en: 'Properties of the event: "@data-sku", { text: .price, as: number }, { value: EUR } or { path: order.id }. Never what a person types.',
        ru: 'Свойства события: "@data-sku", { text: .price, as: number }, { value: RUB } или { path: order.id }. Никогда то, что человек печатает.',
      },
      x: EXTRA,
    },
  },
  Stage: {
    en: "A phase of the journey.",
    ru: "Этап пути.",
    keys: {
      id: {
        en: "The name by which conditions refer to the stage.",
        ru: "Имя, по которому условия ссылаются на этап.",
      },
      name: { en: "The name for people.", ru: "Название для людей." },
      when: {
        en: "The condition that puts a person into this stage. The first stage has none.",
        ru: "Условие, при котором человек попадает на этап. У первого этапа его нет.",
      },
      cjm: {
        en: "The row of the customer journey map: what people want and feel here.",
        ru: "Строка карты пути клиента: чего люди здесь хотят и что чувствуют.",
      },
      x: EXTRA,
    },
  },
  JourneyRow: {
    en: "What people want and feel in a stage. For people to read, not for the engine.",
    ru: "Чего люди хотят и что чувствуют на этапе. Для чтения людьми, не для движка.",
    keys: {
      goal: { en: "What the person wants to reach.", ru: "Чего человек хочет достичь." },
      needs: { en: "What the person needs for that.", ru: "Что человеку для этого нужно." },
      motives: { en: "Why the person wants it.", ru: "Почему человек этого хочет." },
      emotion: {
        en: "Planned mood, from -2 (bad) to 2 (good).",
        ru: "Плановое настроение, от -2 (плохо) до 2 (хорошо).",
      },
      barriers: { en: "What holds the person back.", ru: "Что мешает." },
      jobs: {
        en: "Jobs to be done: when …, I want …, so that ….",
        ru: "Работы (JTBD): когда …, я хочу …, чтобы ….",
      },
      kpis: { en: "How the stage is measured.", ru: "Как измеряется этап." },
      ideas: { en: "What could be tried.", ru: "Что можно попробовать." },
      x: EXTRA,
    },
  },
  Kpi: {
    en: "A number by which a stage is measured.",
    ru: "Показатель, по которому измеряется этап.",
    keys: {
      name: { en: "What is measured.", ru: "Что измеряется." },
      target: { en: "The aim: 4.2 or 25%.", ru: "Цель: 4.2 или 25%." },
      x: EXTRA,
    },
  },
  Segment: {
    en: "A set of people, defined by a condition.",
    ru: "Группа людей, заданная условием.",
    keys: {
      id: {
        en: "The name by which conditions refer to the segment.",
        ru: "Имя, по которому условия ссылаются на сегмент.",
      },
      name: { en: "The name for people.", ru: "Название для людей." },
      when: { en: "Who belongs to it.", ru: "Кто в него входит." },
      x: EXTRA,
    },
  },
  Channel: {
    en: "A means of reaching people.",
    ru: "Средство связи с людьми.",
    keys: {
      name: { en: "The name for people.", ru: "Название для людей." },
      cost: {
        en: "Cost of one message, in the map's currency.",
        ru: "Цена одного сообщения в валюте карты.",
        default: 0,
      },
      system: {
        en: "The system that sends: for people to know.",
        ru: "Система, которая отправляет: для людей.",
      },
      status: {
        en: "live; or planned, missing: it is on the map, but the systems are not joined, so its steps are skipped.",
        ru: "live; или planned, missing: на карте есть, но системы не связаны, и шаги пропускаются.",
        default: "live",
      },
      address: {
        en: "The trait that holds the address (email, phone). Without it no address is needed.",
        ru: "Свойство человека с адресом (email, phone). Если не указано, адрес не нужен.",
        refersTo: "traits",
      },
      consent: {
        en: "opt-in: only to those who agreed; opt-out: until they object; none: to everyone.",
        ru: "opt-in: только согласившимся; opt-out: пока не отказались; none: всем.",
        default: "none",
      },
      grace: {
        en: "How long after it is due a message may come before it counts as missed.",
        ru: "Сколько после срока ждать сообщение, прежде чем счесть его пропущенным.",
      },
      quiet: { en: "Hours in which nothing is sent.", ru: "Часы, когда ничего не отправляется." },
      caps: {
        en: "The most messages a person gets on this channel.",
        ru: "Сколько сообщений человек получает по этому каналу самое большее.",
      },
      x: EXTRA,
    },
  },
  QuietHours: {
    en: "Hours of each local day in which nothing is sent, over midnight where `to` is before `from`.",
    ru: "Часы местного дня, когда ничего не отправляется; через полночь, если `to` раньше `from`.",
    keys: {
      from: { en: 'Their beginning, quoted: "21:00".', ru: 'Начало, в кавычках: "21:00".' },
      to: { en: 'Their end, quoted: "09:00".', ru: 'Конец, в кавычках: "09:00".' },
      on: {
        en: "defer: wait for their end; skip: drop the step.",
        ru: "defer: ждать их конца; skip: пропустить шаг.",
        default: "defer",
      },
    },
  },
  Cap: {
    en: "At most so many messages in a period. Service messages do not count.",
    ru: "Не больше стольких сообщений за период. Сервисные не считаются.",
    keys: {
      max: { en: "How many at most.", ru: "Сколько самое большее." },
      per: {
        en: "The period: 7d, or calendar-day, calendar-week (from Monday), calendar-month.",
        ru: "Период: 7d или calendar-day, calendar-week (с понедельника), calendar-month.",
      },
      types: {
        en: "Only these message types are limited and counted.",
        ru: "Ограничиваются и считаются только эти типы сообщений.",
      },
      on: {
        en: "skip: drop the step; defer: send when the cap allows.",
        ru: "skip: пропустить шаг; defer: отправить, когда лимит позволит.",
        default: "skip",
      },
      x: EXTRA,
    },
  },
  Message: {
    en: "What is said.",
    ru: "Что говорим.",
    keys: {
      type: {
        en: "promotional, informational, news, content, triggered or service. Service messages need no consent and are outside caps.",
        ru: "promotional, informational, news, content, triggered или service. Сервисным не нужно согласие, и лимиты их не касаются.",
        default: "triggered",
      },
      name: { en: "The name for people.", ru: "Название для людей." },
      match: {
        en: "How a sent message is recognised as this one where it names no step.",
        ru: "Как узнать это сообщение среди отправленных, если оно не называет шага.",
      },
      x: EXTRA,
    },
  },
  MessageMatch: {
    en: "Patterns with * and ?; letter case is ignored; of a list any will do.",
    ru: "Шаблоны со знаками * и ?; регистр не важен; из списка подходит любой.",
    keys: {
      campaign: { en: "The campaign that sent it.", ru: "Кампания, которая отправила." },
      template: { en: "The template it was made from.", ru: "Шаблон письма, из которого сделано." },
      subject: { en: "Its subject line.", ru: "Тема письма." },
      sender: { en: "Whom it comes from.", ru: "От кого." },
    },
  },
  Mix: {
    en: "Planned proportions of message types and volumes, per person and period.",
    ru: "Плановые доли типов сообщений и объёмы, на человека за период.",
    keys: {
      per: { en: "The period: 30d.", ru: "Период: 30d." },
      targets: {
        en: "The share of each message type: promotional: 40%.",
        ru: "Доля каждого типа: promotional: 40%.",
      },
      tolerance: {
        en: "How far a share may be off its target, in percentage points.",
        ru: "Насколько доля может отклониться от цели, в процентных пунктах.",
      },
      volume: {
        en: "The most messages in the period. The first entry that fits the person counts.",
        ru: "Сколько сообщений за период самое большее. Считается первая подходящая строка.",
      },
      x: EXTRA,
    },
  },
  Volume: {
    en: "The most messages for a segment; without one, for everyone else.",
    ru: "Сколько сообщений самое большее для сегмента; без него — для всех остальных.",
    keys: {
      segment: { en: "For whom.", ru: "Для кого.", refersTo: "segments" },
      max: { en: "How many at most in the period.", ru: "Сколько самое большее за период." },
    },
  },
}
