import type { Asked, Change, Length, Standing } from "../../domain"
import type { Reader } from "../reader"
import { cutMiddle } from "../shown-text"
import { type ConditionPhrases, conditionPhrases } from "./condition-phrases"
import { fieldNames } from "./field-names"

/** The names that a map gives its parts, in the reader's language. */
export interface PartNames {
  stages: Record<string, string>
  segments: Record<string, string>
  scenarios: Record<string, string>
  messages: Record<string, string>
}

type Matcher = Extract<Asked, { code: "occurs" }>["of"]
type Comparisons = Extract<Asked, { code: "sum" | "trait" }>["wants"]
type EventAsked = Extract<Asked, { code: "event" }>

/** Says the values of explanations: events with their filters, comparisons, durations, moments, names of the map. */
export interface ExplanationSpeaker {
  phrases: ConditionPhrases
  reader: Reader
  /** Events by what people call them; null is anything that the visitor does. */
  what(of: Matcher | null): string
  comparison(subject: string, wants: Comparisons): string
  count(asked: EventAsked): string
  within(text: string, length: Length | null): string
  duration(length: Length): string
  moment(at: number): string
  channel(id: string): string
  part(kind: "stage" | "segment" | "scenario" | "message", id: string): string
  field(path: string): string
  /** A value of a map or a visitor, as JSON. */
  value(json: string): string
}

/** The same where one explanation holds others. */
export interface ExplanationVoice extends ExplanationSpeaker {
  asked(told: Asked): string
  standing(told: Standing): string
  change(told: Change): string
}

const MOST_PARTS = 8

export function createSpeaker(reader: Reader, names: PartNames, now: number): ExplanationSpeaker {
  const phrases = conditionPhrases[reader.language]
  const labels = fieldNames[reader.language]
  const { formats } = reader
  const tables = {
    stage: names.stages,
    segment: names.segments,
    scenario: names.scenarios,
    message: names.messages,
  }
  const field = (path: string) =>
    (Object.hasOwn(labels, path) && labels[path]) || formats.quote(cutMiddle(path, 40))
  const event = (name: string) => {
    const label = reader.eventLabel(name)
    // Within a sentence; SMS and the like stay as they are.
    return /^\p{Lu}\p{Ll}/u.test(label)
      ? label[0]?.toLocaleLowerCase(reader.language) + label.slice(1)
      : label
  }
  const compareOne = (subject: string, key: string, wish: unknown): string => {
    if (key === "exists") return wish === false ? phrases.lacks(subject) : phrases.exists(subject)
    const compare = Object.hasOwn(phrases.compare, key) ? phrases.compare[key] : undefined
    return compare ? compare(subject, sayValue(wish)) : `${subject} ${key} ${sayValue(wish)}`
  }
  const comparison = (subject: string, wants: Comparisons) =>
    Object.entries(wants)
      .map(([key, wish]) => compareOne(subject, key, wish))
      .join(` ${phrases.and} `)
  const what = (of: Matcher | null): string => {
    if (of === null) return phrases.activity
    if (typeof of === "string") return event(of)
    if (Array.isArray(of)) return of.slice(0, MOST_PARTS).map(what).join(` ${phrases.or} `)
    const { event: listed, where } = of as Exclude<Matcher, string | unknown[]>
    const said = [listed].flat().slice(0, MOST_PARTS).map(event).join(` ${phrases.or} `)
    if (!where) return said
    const filter = Object.entries(where)
      .slice(0, MOST_PARTS)
      .map(([path, wish]) =>
        comparison(field(path), (typeof wish === "object" ? wish : { eq: wish }) as Comparisons),
      )
    return phrases.where(said, filter.join(` ${phrases.and} `))
  }
  const sayValue = (value: unknown): string => {
    if (typeof value === "number") return formats.number(value)
    if (typeof value === "boolean") return value ? phrases.yes : phrases.no
    if (typeof value === "string") return formats.quote(cutMiddle(value, 40))
    if (Array.isArray(value))
      return formats.list(
        value.slice(0, MOST_PARTS).map((each) => formats.quote(cutMiddle(String(each), 24))),
      )
    return cutMiddle(JSON.stringify(value) ?? "", 60)
  }
  const duration = ({ ms, text }: Length) =>
    Number.isFinite(ms) ? formats.duration(ms) : cutMiddle(text, 20)
  const within = (text: string, length: Length | null) =>
    length === null ? text : phrases.within(text, duration(length))
  return {
    phrases,
    reader,
    what,
    comparison,
    duration,
    within,
    field,
    count: (asked) => within(sayCount(asked, what(asked.of), phrases, formats.number), asked.within),
    moment: (at) => formats.moment(at, now),
    channel: (id) => reader.channelKind(id),
    part: (kind, id) => {
      const name = Object.hasOwn(tables[kind], id) ? tables[kind][id] : undefined
      return formats.quote(cutMiddle(name || id, 40))
    },
    value: (json) => {
      try {
        return sayValue(JSON.parse(json))
      } catch {
        // A long value, cut: shown as it is.
        return cutMiddle(json, 60)
      }
    },
  }
}

const opposites: Record<string, string> = { eq: "ne", ne: "eq", gt: "lte", gte: "lt", lt: "gte", lte: "gt" }

/** Whether so many are asked, or just not: "no purchase" says it better than "not: purchase at least once". */
function sayCount(
  { count, wanted }: EventAsked,
  what: string,
  phrases: ConditionPhrases,
  number: (value: number) => string,
): string {
  const given = Object.entries(count).flatMap(([key, n]) => (n === undefined ? [] : [{ key, n }]))
  const [only] = given
  const opposite = given.length === 1 && only ? opposites[only.key] : undefined
  const sayOne = ({ key, n }: { key: string; n: number }): string => {
    if ((n === 0 && (key === "eq" || key === "lte")) || (n === 1 && key === "lt")) return phrases.never(what)
    if ((n === 1 && key === "gte") || (n === 0 && (key === "gt" || key === "ne")))
      return phrases.atLeastOnce(what)
    return phrases.count(what, phrases.times[key] ?? key, number(n), n)
  }
  if (!wanted && only && opposite) return sayOne({ key: opposite, n: only.n })
  const said = given.map(sayOne).join(` ${phrases.and} `)
  return wanted ? said : phrases.not(said)
}
