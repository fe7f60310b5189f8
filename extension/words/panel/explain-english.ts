import type { EarlierOutcome } from "../../domain"
import { pluralEnglish } from "../plural"
import type { ExplanationWords } from "./explain-condition"
import type { ExplanationVoice } from "./explanation-speaker"

const outcomes: Record<string, string> = {
  sent: "was sent",
  delivered: "was delivered",
  opened: "was opened",
  clicked: "was clicked",
}

function sayOutcome({ channel, message, outcome }: EarlierOutcome, voice: ExplanationVoice): string {
  if (outcome === "goal") return "the goal was reached"
  const name = message === null ? "" : ` ${voice.part("message", message)}`
  return `${voice.reader.channelName(channel)}${name} ${outcomes[outcome] ?? outcome}`
}

/** What the engine explains, in a marketer's English. */
export const explainEnglish: ExplanationWords = {
  asked: {
    event: (asked, { count }) => count(asked),
    sum: ({ path, of, wants, within: length, wanted }, { phrases, field, what, within, comparison }) => {
      const said = comparison(within(phrases.sum(field(path), what(of)), length), wants)
      return wanted ? said : phrases.not(said)
    },
    inactive: ({ of, length, wanted }, { what, duration }) =>
      wanted ? `no ${what(of)} for ${duration(length)}` : `some ${what(of)} in the last ${duration(length)}`,
    sequence: ({ of, within, wanted }, { phrases, what, duration }) => {
      const said = phrases.allWithin(of.map(what).join(phrases.after), duration(within))
      return wanted ? said : phrases.not(said)
    },
    trait: ({ path, wants, lasting, wanted }, { phrases, field, comparison, duration }) => {
      const said = comparison(phrases.trait(field(path)), wants)
      const long = lasting ? phrases.lasting(said, duration(lasting)) : said
      return wanted ? long : phrases.not(long)
    },
    member: ({ of, id, wanted }, { part }) => `is ${wanted ? "" : "not "}in the ${of} ${part(of, id)}`,
    consent: ({ channel: id, wanted }, { channel }) =>
      `${wanted ? "has agreed" : "has not agreed"} to ${channel(id)}`,
    reachable: ({ channel: id, wanted }, { channel }) =>
      `${wanted ? "can" : "cannot"} be reached by ${channel(id)}`,
    occurs: ({ of, per }, { phrases, what, field }) =>
      per === null ? what(of) : phrases.withField(what(of), field(per)),
    absence: ({ of, per, without, length }, { phrases, what, field, duration }) => {
      const first = per === null ? what(of) : phrases.withField(what(of), field(per))
      return `${first}, then no ${what(without)} for ${duration(length)}`
    },
    crosses: ({ of, id, entered }, { part }) => `${entered ? "enters" : "leaves"} the ${of} ${part(of, id)}`,
    goal: ({ scenario }, { part }) => `the scenario ${part("scenario", scenario)} reaches its goal`,
    date: ({ path }, { field }) => `the day of the visitor's ${field(path)} comes`,
    schedule: ({ cron }, { reader }) => `it is time by the schedule ${reader.formats.quote(cron)}`,
  },
  standings: {
    never: ({ within }, { duration }) => (within ? `never in the last ${duration(within)}` : "never yet"),
    times: ({ count, orMore, within: length }, { reader, within }) =>
      within(
        `${orMore && count > 1 ? "at least " : ""}${count === 1 ? "once" : `${reader.formats.number(count)} times`}${orMore && count === 1 ? " or more" : ""}`,
        length,
      ),
    sum: ({ total }, { reader }) => reader.formats.number(total),
    last: ({ at }, { moment }) => `last at ${moment(at)}`,
    progress: ({ come, of }, { reader: { formats } }) =>
      `${formats.number(come)} of ${formats.number(of)} in order`,
    "in-order": () => "all in order",
    value: ({ json, tooShort }, { value }) => `${value(json)}${tooShort ? ", not long enough" : ""}`,
    missing: ({ tooShort }) => `not known${tooShort ? ", not long enough" : ""}`,
    inside: () => "in it",
    outside: () => "not in it",
    elsewhere: () => "in another one",
    granted: () => "agreed",
    denied: ({ at }, { moment }) => `refused (${moment(at)})`,
    "never-asked": () => "never asked",
    "none-needed": () => "no consent needed",
    reachable: () => "can be reached",
    bounced: ({ address }, { field }) => `messages to the ${field(address)} come back`,
    "no-address": ({ address }, { field }) => `no ${field(address)}`,
    keyless: ({ path }, { field }) => `happened, but without a value for ${field(path)}`,
    seen: ({ inVain }) => (inVain ? "happened, but it began nothing then" : "happened"),
    "no-run": () => "it has not started yet",
    "no-goal": () => "not reached yet",
    waiting: ({ until }, { moment }) => `waiting until ${moment(until)}`,
    ended: ({ by, at }, { what, moment }) => `ended by ${what(by)} at ${moment(at)}`,
    over: () => "over",
    "no-date": () => "not a date",
    next: ({ at }, { moment }) => (at === null ? "there is no such time" : `next at ${moment(at)}`),
    unmet: ({ parts }, voice) =>
      parts
        .slice(0, 4)
        .map(({ asked, is }) => `${voice.asked(asked)} (${voice.standing(is)})`)
        .join("; "),
    capped: ({ caps }, { channel, reader }) =>
      `had ${reader.formats.list(
        caps.map(({ max, channel: id }) => {
          const messages = pluralEnglish(max, { one: "message", other: "messages" })
          return `${reader.formats.number(max)} ${messages} ${id === null ? "over all channels" : `by ${channel(id)}`}`
        }),
      )} already: as many as are allowed`,
    quiet: ({ channel: id }, { channel }) => `in the quiet hours of ${channel(id)}`,
    reached: (outcome, voice) =>
      `${sayOutcome(outcome, voice)}${outcome.at === null ? "" : ` at ${voice.moment(outcome.at)}`}`,
    "not-live": ({ channel: id }, { channel }) => `${channel(id)}: not connected yet`,
    unschedulable: () => "no time within 8 days fits its hour, its days and the quiet hours",
    withheld: ({ share }, { reader }) =>
      `one of the ${reader.formats.number(share * 100)} % who get nothing, to compare`,
    "run-over": ({ reason, at }, { reader, moment }) => `${reader.reason(reason) ?? reason} (${moment(at)})`,
  },
  changes: {
    fulfil: ({ asked, more }, voice) => {
      const { reader, what, field } = voice
      if (more !== null && asked.code === "event")
        return more === 1
          ? `${what(asked.of)} once more`
          : `${what(asked.of)} ${reader.formats.number(more)} more times`
      if (more !== null && asked.code === "sum")
        return `${reader.formats.number(more)} more ${field(asked.path)} (${what(asked.of)})`
      return voice.asked(asked)
    },
    cross: ({ of, id, ways }, { phrases, part }) =>
      ways.map((way) => `${way} the ${of} ${part(of, id)}`).join(phrases.after),
    consent: ({ channel: id, granted }, { channel }) =>
      `${granted ? "agrees" : "does not agree"} to ${channel(id)}`,
    "address-known": ({ address }, { field }) => `the ${field(address)} becomes known`,
    "address-new": ({ address }, { field }) => `another ${field(address)} is given`,
    "address-gone": ({ address }, { field }) =>
      `the ${field(address)} is removed, or messages to it come back`,
    once: ({ of, per, thenNone }, { phrases, what, field, duration }) => {
      const said = per === null ? what(of) : phrases.withField(what(of), field(per))
      return thenNone === null ? said : `${said}, then none for ${duration(thenNone)}`
    },
    again: ({ of, per }, { phrases, what, field }) =>
      `once more: ${per === null ? what(of) : phrases.withField(what(of), field(per))}`,
    "none-until": ({ of, until }, { what, moment }) => `no ${what(of)} until ${moment(until)}`,
    wait: ({ until }, { moment }) =>
      until === null ? "there is no such time" : `wait until ${moment(until)}`,
    "date-given": ({ path }, { field }) => `the visitor's ${field(path)} is given as a date`,
    all: ({ of }, voice) =>
      of
        .slice(0, 6)
        .map((each) => voice.change(each))
        .join(`, ${voice.phrases.and} `),
    "cap-raised": () => "a limit above 0 in the map",
    "due-later": ({ at }, { moment }) => `due at ${moment(at)} or later`,
    "due-out-of-quiet": ({ channel: id }, { channel }) => `due outside of the quiet hours of ${channel(id)}`,
    "not-reached": (outcome, voice) => `not so by ${voice.moment(outcome.by)}: ${sayOutcome(outcome, voice)}`,
    live: ({ channel: id }, { channel }) => `${channel(id)}: connected, and “live” in the map`,
    schedulable: ({ channel: id }, { channel }) =>
      `hour, days and the quiet hours of ${channel(id)} leave a time in the map`,
    "not-withheld": () => "a visitor outside of the comparison group",
    "run-goes-on": ({ until }, { moment }) => `the scenario goes on until ${moment(until)}`,
  },
}
