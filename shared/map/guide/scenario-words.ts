import { EXTRA, type GuideWords, type KeyWords } from "./key-words"

const WHERE: KeyWords = {
  en: "Only events that fit: { item_id: sku-1, price: { gte: 1000 } }.",
  ru: "Только подходящие события: { item_id: sku-1, price: { gte: 1000 } }.",
}
const EVENT: KeyWords = {
  en: "The event, or a list of which any will do: add_to_cart.",
  ru: "Событие или список, из которого подходит любое: add_to_cart.",
  refersTo: "events",
}
const PER: KeyWords = {
  en: "A property whose values are kept apart: with cart_id each cart has a run of its own.",
  ru: "Свойство, значения которого ведутся отдельно: с cart_id у каждой корзины свой запуск.",
  refersTo: "fields",
}

/** The parts of a map that act: scenarios, their triggers and steps. */
export const scenarioWords: GuideWords = {
  Scenario: {
    en: "A trigger, an audience, a goal, and steps.",
    ru: "Триггер, аудитория, цель и шаги.",
    keys: {
      id: {
        en: "The name by which results refer to the scenario.",
        ru: "Имя, по которому на сценарий ссылаются результаты.",
      },
      name: { en: "The name for people.", ru: "Название для людей." },
      trigger: { en: "What begins a run.", ru: "Что запускает сценарий." },
      audience: {
        en: "For whom: checked once, at the trigger.",
        ru: "Для кого: проверяется один раз, в момент триггера.",
      },
      continueIf: { en: "Checked again before every step.", ru: "Проверяется снова перед каждым шагом." },
      exit: {
        en: "Events that end the run at once.",
        ru: "События, которые сразу завершают запуск.",
        refersTo: "events",
      },
      goal: {
        en: "What the scenario is for: { event: purchase, within: 3d }.",
        ru: "Ради чего сценарий: { event: purchase, within: 3d }.",
        refersTo: "events",
      },
      continueAfterGoal: {
        en: "true: the steps go on after the goal is reached.",
        ru: "true: шаги продолжаются и после достижения цели.",
        default: false,
      },
      reentry: {
        en: "once, always, or { after: 7d } counted from the end of the last run.",
        ru: "once, always или { after: 7d }, считая от конца прошлого запуска.",
        default: "always",
      },
      priority: {
        en: "Of several scenarios at one instant the higher goes first.",
        ru: "Из нескольких сценариев в один момент первым идёт тот, у которого больше.",
        default: 0,
      },
      holdout: {
        en: "The share of people who get nothing, for comparison: 10%.",
        ru: "Доля людей, которым ничего не отправляют, для сравнения: 10%.",
      },
      steps: { en: "The planned contacts, in order.", ru: "Запланированные контакты по порядку." },
      x: EXTRA,
    },
  },
  Step: {
    en: "One planned contact.",
    ru: "Один запланированный контакт.",
    keys: {
      id: { en: "The name of the step within its scenario.", ru: "Имя шага внутри сценария." },
      channel: { en: "The channel it goes over.", ru: "Канал, по которому идёт.", refersTo: "channels" },
      message: {
        en: "The message that is sent.",
        ru: "Сообщение, которое отправляется.",
        refersTo: "messages",
      },
      after: { en: "How long to wait: 15m, 24h.", ru: "Сколько ждать: 15m, 24h.", default: 0 },
      from: {
        en: "From when `after` counts: the previous step's sending, or the trigger.",
        ru: "Откуда считать `after`: от отправки прошлого шага или от триггера.",
        default: "previous",
      },
      at: {
        en: 'Only at this time of the person\'s day, quoted: "10:00".',
        ru: 'Только в это местное время, в кавычках: "10:00".',
      },
      days: { en: "Only on these weekdays: [mon, tue].", ru: "Только в эти дни недели: [mon, tue]." },
      ifNot: {
        en: "Only if the earlier step has not got so far: opened, or { step: email, outcome: clicked }.",
        ru: "Только если прошлый шаг до этого не дошёл: opened или { step: email, outcome: clicked }.",
      },
      only: {
        en: "Only for these people; the next step asks again.",
        ru: "Только для этих людей; следующий шаг спросит снова.",
      },
      grace: {
        en: "How long after it is due the message may come before it counts as missed.",
        ru: "Сколько после срока ждать сообщение, прежде чем счесть его пропущенным.",
      },
      name: { en: "The name for people.", ru: "Название для людей." },
      x: EXTRA,
    },
  },
  IfNot: {
    en: "An outcome of an earlier step.",
    ru: "Результат одного из прошлых шагов.",
    keys: {
      step: { en: "The earlier step.", ru: "Прошлый шаг.", refersTo: "steps" },
      outcome: { en: "How far it may not have got.", ru: "До чего он не должен был дойти." },
    },
  },
  Goal: {
    en: "What the scenario is for.",
    ru: "Ради чего сценарий.",
    keys: {
      event: EVENT,
      where: WHERE,
      within: {
        en: "How long after the trigger it still counts: 3d.",
        ru: "Сколько после триггера ещё засчитывается: 3d.",
      },
    },
  },
  ReentryAfter: {
    en: "Again, but not at once.",
    ru: "Снова, но не сразу.",
    keys: {
      after: { en: "How long after the end of the last run.", ru: "Сколько после конца прошлого запуска." },
    },
  },
  EventTrigger: {
    en: "At each such event.",
    ru: "На каждое такое событие.",
    keys: { event: EVENT, where: WHERE, per: PER },
  },
  AbsenceTrigger: {
    en: "When something has not followed: a cart, and no purchase for 1h.",
    ru: "Когда за событием чего-то не последовало: корзина, и за 1h нет покупки.",
    keys: {
      event: EVENT,
      where: WHERE,
      without: {
        en: "What should have followed: purchase.",
        ru: "Что должно было последовать: purchase.",
        refersTo: "events",
      },
      for: { en: "How long to wait for it.", ru: "Сколько этого ждать." },
      per: PER,
      restart: {
        en: "Each further event moves the deadline. false: the first one counts.",
        ru: "Каждое новое событие сдвигает срок. false: считается первое.",
        default: true,
      },
    },
  },
  EntersTrigger: {
    en: "When a person comes into a segment or a stage.",
    ru: "Когда человек попадает в сегмент или на этап.",
    keys: {
      enters: {
        en: "{ segment: vip } or { stage: loyalty }.",
        ru: "{ segment: vip } или { stage: loyalty }.",
      },
    },
  },
  LeavesTrigger: {
    en: "When a person leaves a segment or a stage.",
    ru: "Когда человек выходит из сегмента или с этапа.",
    keys: {
      leaves: {
        en: "{ segment: vip } or { stage: loyalty }.",
        ru: "{ segment: vip } или { stage: loyalty }.",
      },
    },
  },
  InSegment: {
    en: "A segment.",
    ru: "Сегмент.",
    keys: { segment: { en: "Its id.", ru: "Его имя.", refersTo: "segments" } },
  },
  InStage: {
    en: "A stage.",
    ru: "Этап.",
    keys: { stage: { en: "Its id.", ru: "Его имя.", refersTo: "stages" } },
  },
  InactiveTrigger: {
    en: "Once for each quiet period.",
    ru: "Один раз за каждый период тишины.",
    keys: {
      inactive: { en: "How long it must be quiet: 30d.", ru: "Сколько длится тишина: 30d." },
      of: {
        en: "Only these events count; without it, whatever the person did.",
        ru: "Считаются только эти события; иначе — любые действия человека.",
        refersTo: "events",
      },
    },
  },
  GoalTrigger: {
    en: "When another scenario reaches its goal.",
    ru: "Когда другой сценарий достиг цели.",
    keys: { goal: { en: "The other scenario.", ru: "Другой сценарий.", refersTo: "scenarios" } },
  },
  DateTrigger: {
    en: "On a day that the person's traits tell: a birthday, the end of a trial.",
    ru: "В день из свойств человека: день рождения, конец пробного периода.",
    keys: {
      date: {
        en: "The trait that holds the date (YYYY-MM-DD).",
        ru: "Свойство с датой (ГГГГ-ММ-ДД).",
        refersTo: "traits",
      },
      every: { en: "year: again each year.", ru: "year: повторять каждый год." },
      offset: { en: "Before (-3d) or after (2d) the day.", ru: "До (-3d) или после (2d) этого дня." },
      at: { en: "The time of the person's day, quoted.", ru: "Местное время, в кавычках.", default: "10:00" },
      onPast: {
        en: "send: at once, if the time was missed by less than a day.",
        ru: "send: сразу, если время прошло меньше суток назад.",
        default: "skip",
      },
    },
  },
  ScheduleTrigger: {
    en: "Regularly, for everyone whom the audience holds for.",
    ru: "Регулярно, для всех, кто подходит под аудиторию.",
    keys: {
      schedule: {
        en: 'Five fields (minute, hour, day, month, weekday): "0 10 * * MON".',
        ru: 'Пять полей (минута, час, день, месяц, день недели): "0 10 * * MON".',
      },
      zone: {
        en: "Whose clock: the map's, or each person's.",
        ru: "Чьи часы: карты или каждого человека.",
        default: "map",
      },
    },
  },
  AnyTrigger: {
    en: "Several triggers, each by itself.",
    ru: "Несколько триггеров, каждый сам по себе.",
    keys: { any: { en: "The triggers.", ru: "Триггеры." } },
  },
}
