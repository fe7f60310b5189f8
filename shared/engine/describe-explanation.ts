import type { NumberComparison } from "../map/matcher"
import { describeMatcher } from "./describe"
import type { Asked, Change, EarlierOutcome, Length, Standing } from "./explanation"
import { writeInstant } from "./instant"

type Describers<Coded extends { code: string }> = {
  [Code in Coded["code"]]: (told: Extract<Coded, { code: Code }>) => string
}

const asked: Describers<Asked> = {
  event: ({ of, count, within, wanted }) =>
    `${negate(wanted)}${describeMatcher(of)} ${describeCount(count)}${inWindow(within)}`,
  sum: (sum) => `${negate(sum.wanted)}${describeSum(sum)} ${compare(sum.wants)}`,
  inactive: ({ of, length, wanted }) => `${wanted ? "no" : "some"} ${describeAny(of)} for ${length.text}`,
  sequence: ({ of, within, wanted }) =>
    `${negate(wanted)}${of.map(describeMatcher).join(", then ")} within ${within.text}`,
  trait: ({ path, wants, lasting, wanted }) =>
    `${negate(wanted)}trait ${path} ${compare(wants)}${forLong(lasting)}`,
  member: ({ of, id, wanted }) => `${wanted ? "in" : "not in"} ${of} ${id}`,
  consent: ({ channel, wanted }) => `${wanted ? "" : "no "}consent for ${channel}`,
  reachable: ({ channel, wanted }) => `${negate(wanted)}reachable by ${channel}`,
  occurs: ({ of, per }) => `${describeMatcher(of)}${withKey(per)}`,
  absence: ({ of, per, without, length }) =>
    `${describeMatcher(of)}${withKey(per)}, then no ${describeMatcher(without)} for ${length.text}`,
  crosses: ({ of, id, entered }) => `${entered ? "enters" : "leaves"} ${of} ${id}`,
  goal: ({ scenario }) => `a run of ${scenario} reaches its goal`,
  date: ({ path }) => `trait ${path}`,
  schedule: ({ cron }) => `schedule ${cron}`,
}

const standings: Describers<Standing> = {
  never: ({ within, of }) => `never${of === null ? "" : ` ${describeMatcher(of)}`}${inWindow(within)}`,
  times: ({ count, orMore, within }) =>
    `${orMore ? "at least " : ""}${count} ${count === 1 ? "time" : "times"}${inWindow(within)}`,
  sum: ({ total }) => String(total),
  last: ({ at }) => `last at ${writeInstant(at)}`,
  progress: ({ come, of }) => `${come} of ${of}`,
  "in-order": () => "all in order",
  value: ({ json, tooShort }) => `${json}${notLong(tooShort)}`,
  missing: ({ tooShort }) => `missing${notLong(tooShort)}`,
  inside: () => "in it",
  outside: () => "not in it",
  elsewhere: () => "in another",
  granted: () => "granted",
  denied: () => "denied",
  "never-asked": () => "never asked",
  "none-needed": () => "none needed",
  reachable: () => "reachable",
  bounced: () => "bounced",
  "no-address": ({ address }) => `no ${address}`,
  keyless: ({ path }) => `without ${path}`,
  seen: ({ inVain }) => `seen${inVain ? ", but it began nothing then" : ""}`,
  "no-run": () => "no run",
  "no-goal": () => "not reached",
  waiting: ({ until }) => `waiting until ${writeInstant(until)}`,
  ended: ({ by, at }) => `${by} at ${writeInstant(at)}`,
  over: () => "over",
  "no-date": () => "not a date",
  next: ({ at }) => `next at ${writeOrNever(at)}`,
  unmet: ({ parts }) =>
    parts.map((part) => `${describeAsked(part.asked)}: ${describeStanding(part.is)}`).join("; "),
  capped: ({ caps }) =>
    `as many as a cap allows: ${caps.map(({ max, channel }) => `${max} ${channel === null ? "in all" : `by ${channel}`}`).join(", ")}`,
  quiet: ({ channel }) => `in the quiet hours of ${channel}`,
  reached: (outcome) =>
    `${nameOutcome(outcome)}${outcome.at === null ? "" : ` at ${writeInstant(outcome.at)}`}`,
  "not-live": ({ channel }) => `${channel} is not joined`,
  unschedulable: () => "no time within 8 days fits its hour, its days and the quiet hours",
  withheld: ({ share }) => `in the holdout of ${share * 100}%`,
  "run-over": ({ reason, at }) => `${reason} at ${writeInstant(at)}`,
}

const changes: Describers<Change> = {
  fulfil: ({ asked: wish }) => {
    if (wish.code === "sum")
      return `${describeSum(wish)} becomes ${negate(wish.wanted)}${compare(wish.wants)}`
    if (wish.code === "trait")
      return `trait ${wish.path} becomes ${negate(wish.wanted)}${compare(wish.wants)}${forLong(wish.lasting)}`
    return describeAsked(wish)
  },
  cross: ({ of, id, ways }) => {
    const [first, then] = ways
    return then === undefined ? `${first} ${of} ${id}` : `${first} ${of} ${id}, then ${then} ${of} ${id}`
  },
  consent: ({ channel, granted }) => `consent for ${channel} is ${granted ? "granted" : "denied"}`,
  "address-known": ({ address }) => `${address} becomes known`,
  "address-new": ({ address }) => `${address} gets another value`,
  "address-gone": ({ address }) => `${address} is removed or bounces`,
  once: ({ of, per, thenNone }) =>
    `${describeAny(of)}${withKey(per)} once${thenNone === null ? "" : `, then none for ${thenNone.text}`}`,
  again: ({ of, per }) => `${describeAny(of)}${withKey(per)} once more`,
  "none-until": ({ of, until }) => `no ${describeAny(of)} until ${writeInstant(until)}`,
  wait: ({ until }) => `it is ${writeOrNever(until)}`,
  "date-given": ({ path }) => `trait ${path} becomes a date (YYYY-MM-DD)`,
  all: ({ of }) => of.map(describeChange).join(" and "),
  "cap-raised": () => "the cap allows more than 0",
  "due-later": ({ at }) => `it is due at ${writeInstant(at)} or later`,
  "due-out-of-quiet": () => "it is due out of them",
  "not-reached": (outcome) => `no ${nameOutcome(outcome)} by ${writeInstant(outcome.by)}`,
  live: ({ channel }) => `${channel} becomes live`,
  schedulable: ({ channel }) => `hour, days or the quiet hours of ${channel} leave a time`,
  "not-withheld": () => "the holdout does not take this person",
  "run-goes-on": ({ until }) => `the run goes on until ${writeInstant(until)}`,
}

/** What is asked is made once, when the map is compiled, and asked of everybody. */
const known = new WeakMap<Asked, string>()

/** What a condition asks, as the result says it: `add_to_cart at least once within 14d`. */
export function describeAsked(told: Asked): string {
  const before = known.get(told)
  if (before !== undefined) return before
  const said = (asked[told.code] as (told: Asked) => string)(told)
  known.set(told, said)
  return said
}

/** What the person has instead, beside its condition. */
export function describeStanding(told: Standing): string {
  return (standings[told.code] as (told: Standing) => string)(told)
}

/** The same where it stands alone, as with a gate. */
export function describeGateStanding(told: Standing): string {
  if (told.code === "denied") return `denied at ${writeInstant(told.at)}`
  if (told.code === "bounced") return `${told.address} bounced`
  return describeStanding(told)
}

/** The smallest change. */
export function describeChange(told: Change): string {
  return (changes[told.code] as (told: Change) => string)(told)
}

/** Every code there is, for those who have words for each. */
export const explanationCodes = {
  asked: Object.keys(asked) as Asked["code"][],
  standings: Object.keys(standings) as Standing["code"][],
  changes: Object.keys(changes) as Change["code"][],
}

const describeAny = (of: Parameters<typeof describeMatcher>[0] | null) =>
  of === null ? "activity" : describeMatcher(of)

const negate = (wanted: boolean) => (wanted ? "" : "not ")

const inWindow = (within: Length | null) => (within === null ? "" : ` within ${within.text}`)

const forLong = (lasting: Length | null) => (lasting === null ? "" : ` for ${lasting.text}`)

const notLong = (tooShort: boolean) => (tooShort ? ", not long enough" : "")

const withKey = (per: string | null) => (per === null ? "" : ` with ${per}`)

const writeOrNever = (at: number | null) => (at === null ? "never" : writeInstant(at))

const nameOutcome = ({ step, outcome }: EarlierOutcome) =>
  outcome === "goal" ? "goal" : `${step} ${outcome}`

const describeSum = ({ path, of, within }: Extract<Asked, { code: "sum" }>) =>
  `sum of ${path} of ${describeMatcher(of)}${inWindow(within)}`

const compare = (wants: object) =>
  Object.entries(wants)
    .map(([key, wish]) => `${key} ${JSON.stringify(wish)}`)
    .join(" and ")

function describeCount(comparison: NumberComparison): string {
  if (comparison.eq === 0) return "never"
  if (comparison.gte === 1 && Object.keys(comparison).length === 1) return "at least once"
  const words = {
    eq: "exactly",
    ne: "not",
    gt: "more than",
    gte: "at least",
    lt: "fewer than",
    lte: "at most",
  }
  return Object.entries(comparison)
    .map(([key, n]) => `${words[key as keyof typeof words]} ${n} ${n === 1 ? "time" : "times"}`)
    .join(" and ")
}
