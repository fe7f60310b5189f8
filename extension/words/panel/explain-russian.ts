import type { EarlierOutcome } from "../../domain"
import { pluralRussian } from "../plural"
import { timesInRussian } from "./condition-phrases"
import type { ExplanationWords } from "./explain-condition"
import type { ExplanationVoice } from "./explanation-speaker"

const outcomes: Record<string, string> = {
  sent: "отправлено",
  delivered: "доставлено",
  opened: "открыто",
  clicked: "переход из сообщения",
}

function sayOutcome({ channel, message, outcome }: EarlierOutcome, voice: ExplanationVoice): string {
  if (outcome === "goal") return "цель достигнута"
  const name = message === null ? "" : ` ${voice.part("message", message)}`
  return `${voice.reader.channelName(channel)}${name}: ${outcomes[outcome] ?? outcome}`
}

const crossings = {
  enters: { segment: "входит в сегмент", stage: "переходит на этап" },
  leaves: { segment: "выходит из сегмента", stage: "уходит с этапа" },
}

/** What the engine explains, in a marketer's Russian. */
export const explainRussian: ExplanationWords = {
  asked: {
    event: (asked, { count }) => count(asked),
    sum: ({ path, of, wants, within: length, wanted }, { phrases, field, what, within, comparison }) => {
      const said = comparison(within(phrases.sum(field(path), what(of)), length), wants)
      return wanted ? said : phrases.not(said)
    },
    inactive: ({ of, length, wanted }, { what, duration }) =>
      wanted
        ? `${what(of)}: ни разу за ${duration(length)}`
        : `${what(of)}: хотя бы раз за ${duration(length)}`,
    sequence: ({ of, within, wanted }, { phrases, what, duration }) => {
      const said = phrases.allWithin(of.map(what).join(phrases.after), duration(within))
      return wanted ? said : phrases.not(said)
    },
    trait: ({ path, wants, lasting, wanted }, { phrases, field, comparison, duration }) => {
      const said = comparison(phrases.trait(field(path)), wants)
      const long = lasting ? phrases.lasting(said, duration(lasting)) : said
      return wanted ? long : phrases.not(long)
    },
    member: ({ of, id, wanted }, { part }) =>
      `${wanted ? "" : "не "}${of === "segment" ? "состоит в сегменте" : "находится на этапе"} ${part(of, id)}`,
    consent: ({ channel: id, wanted }, { channel }) =>
      `${wanted ? "согласие есть" : "согласия нет"}: ${channel(id)}`,
    reachable: ({ channel: id, wanted }, { channel }) =>
      `${wanted ? "связаться можно" : "связаться нельзя"}: ${channel(id)}`,
    occurs: ({ of, per }, { phrases, what, field }) =>
      per === null ? what(of) : phrases.withField(what(of), field(per)),
    absence: ({ of, per, without, length }, { phrases, what, field, duration }) => {
      const first = per === null ? what(of) : phrases.withField(what(of), field(per))
      return `${first}, а затем ${duration(length)} без события «${what(without)}»`
    },
    crosses: ({ of, id, entered }, { part }) =>
      `${crossings[entered ? "enters" : "leaves"][of]} ${part(of, id)}`,
    goal: ({ scenario }, { part }) => `сценарий ${part("scenario", scenario)} достигает цели`,
    date: ({ path }, { field }) => `наступает дата посетителя: ${field(path)}`,
    schedule: ({ cron }, { reader }) => `наступает время по расписанию ${reader.formats.quote(cron)}`,
  },
  standings: {
    never: ({ within }, { duration }) => (within ? `ни разу за ${duration(within)}` : "ещё ни разу"),
    times: ({ count, orMore, within: length }, { reader, within }) =>
      within(
        `${orMore ? "не меньше " : ""}${reader.formats.number(count)} ${timesInRussian(count, orMore)}`,
        length,
      ),
    sum: ({ total }, { reader }) => reader.formats.number(total),
    last: ({ at }, { moment }) => `последний раз ${moment(at)}`,
    progress: ({ come, of }, { reader: { formats } }) =>
      `${formats.number(come)} из ${formats.number(of)} по порядку`,
    "in-order": () => "всё по порядку",
    value: ({ json, tooShort }, { value }) => `${value(json)}${tooShort ? ", недостаточно долго" : ""}`,
    missing: ({ tooShort }) => `неизвестно${tooShort ? ", недостаточно долго" : ""}`,
    inside: () => "уже там",
    outside: () => "не входит",
    elsewhere: () => "на другом этапе",
    granted: () => "согласие есть",
    denied: ({ at }, { moment }) => `отказ (${moment(at)})`,
    "never-asked": () => "не спрашивали",
    "none-needed": () => "согласия не нужно",
    reachable: () => "связаться можно",
    bounced: ({ address }, { field }) => `${field(address)}: сообщения возвращаются`,
    "no-address": ({ address }, { field }) => `${field(address)}: нет данных`,
    keyless: ({ path }, { field }) => `было, но не указано: ${field(path)}`,
    seen: ({ inVain }) => (inVain ? "было, но тогда ничего не запустило" : "было"),
    "no-run": () => "ещё не запускался",
    "no-goal": () => "ещё не достигнута",
    waiting: ({ until }, { moment }) => `ждём до ${moment(until)}`,
    ended: ({ by, at }, { what, moment }) => `прервано событием «${what(by)}» ${moment(at)}`,
    over: () => "уже прошло",
    "no-date": () => "не дата",
    next: ({ at }, { moment }) => (at === null ? "такого времени нет" : `следующий раз ${moment(at)}`),
    unmet: ({ parts }, voice) =>
      parts
        .slice(0, 4)
        .map(({ asked, is }) => `${voice.asked(asked)} (${voice.standing(is)})`)
        .join("; "),
    capped: ({ caps }, { channel, reader }) =>
      `уже ${reader.formats.list(
        caps.map(({ max, channel: id }) => {
          const messages = pluralRussian(max, { one: "сообщение", few: "сообщения", many: "сообщений" })
          return `${reader.formats.number(max)} ${messages} (${id === null ? "по всем каналам" : channel(id)})`
        }),
      )}: больше нельзя`,
    quiet: ({ channel: id }, { channel }) => `тихие часы канала: ${channel(id)}`,
    reached: (outcome, voice) =>
      `${sayOutcome(outcome, voice)}${outcome.at === null ? "" : `, ${voice.moment(outcome.at)}`}`,
    "not-live": ({ channel: id }, { channel }) => `канал ещё не подключён: ${channel(id)}`,
    unschedulable: () => "в ближайшие 8 дней нет времени, которое подходит по часу, дням и тихим часам",
    withheld: ({ share }, { reader }) =>
      `входит в ${reader.formats.number(share * 100)} %, которым для сравнения ничего не отправляют`,
    "run-over": ({ reason, at }, { reader, moment }) => `${reader.reason(reason) ?? reason} (${moment(at)})`,
  },
  changes: {
    fulfil: ({ asked, more }, voice) => {
      const { reader, what, field } = voice
      if (more !== null && asked.code === "event")
        return `${what(asked.of)}: ещё ${reader.formats.number(more)} ${timesInRussian(more, false)}`
      if (more !== null && asked.code === "sum")
        return `${field(asked.path)}: ещё ${reader.formats.number(more)} (${what(asked.of)})`
      return voice.asked(asked)
    },
    cross: ({ of, id, ways }, { phrases, part }) =>
      ways.map((way) => `${crossings[way][of]} ${part(of, id)}`).join(phrases.after),
    consent: ({ channel: id, granted }, { channel }) =>
      `${granted ? "даст согласие" : "откажется"}: ${channel(id)}`,
    "address-known": ({ address }, { field }) => `станет известно: ${field(address)}`,
    "address-new": ({ address }, { field }) => `другое значение: ${field(address)}`,
    "address-gone": ({ address }, { field }) =>
      `${field(address)}: данные удалят, или сообщения начнут возвращаться`,
    once: ({ of, per, thenNone }, { phrases, what, field, duration }) => {
      const said = per === null ? what(of) : phrases.withField(what(of), field(per))
      return thenNone === null ? said : `${said}, а затем ни разу за ${duration(thenNone)}`
    },
    again: ({ of, per }, { phrases, what, field }) =>
      `ещё раз: ${per === null ? what(of) : phrases.withField(what(of), field(per))}`,
    "none-until": ({ of, until }, { what, moment }) => `${what(of)}: ни разу до ${moment(until)}`,
    wait: ({ until }, { moment }) =>
      until === null ? "такого времени нет" : `подождать до ${moment(until)}`,
    "date-given": ({ path }, { field }) => `о посетителе станет известна дата: ${field(path)}`,
    all: ({ of }, voice) =>
      of
        .slice(0, 6)
        .map((each) => voice.change(each))
        .join(`, ${voice.phrases.and} `),
    "cap-raised": () => "предел больше 0 в карте",
    "due-later": ({ at }, { moment }) => `срок не раньше ${moment(at)}`,
    "due-out-of-quiet": ({ channel: id }, { channel }) => `срок вне тихих часов канала: ${channel(id)}`,
    "not-reached": (outcome, voice) =>
      `если бы до ${voice.moment(outcome.by)} этого не было: ${sayOutcome(outcome, voice)}`,
    live: ({ channel: id }, { channel }) => `подключить канал и отметить это в карте: ${channel(id)}`,
    schedulable: ({ channel: id }, { channel }) =>
      `час, дни и тихие часы в карте, которые оставляют время: ${channel(id)}`,
    "not-withheld": () => "посетитель не из контрольной группы",
    "run-goes-on": ({ until }, { moment }) => `сценарий продолжается до ${moment(until)}`,
  },
}
