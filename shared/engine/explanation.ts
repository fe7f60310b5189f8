import { durationMs } from "../map/duration"
import type { Comparison, Matcher, NumberComparison } from "../map/matcher"
import type { CompiledCondition, Situation } from "./condition"
import type { GateTold } from "./gate"
import type { Reason } from "./run"

// Explanations are codes with values, so that whoever shows them can say them in the reader's own words;
// `describe-explanation.ts` says them as the result does. Instants are ms UTC.

/** A duration as the map writes it, and what it is. */
export interface Length {
  text: string
  ms: number
}

export function readLength(text: string): Length
export function readLength(text: string | undefined): Length | null
export function readLength(text: string | undefined): Length | null {
  return text === undefined ? null : { text, ms: durationMs(text) }
}

/** What a condition asks, and its opposite: made once, however many are asked. */
export function bothWays<Of extends Asked>(ask: (wanted: boolean) => Of): [asked: Of, unasked: Of] {
  return [ask(true), ask(false)]
}

/** An outcome of an earlier step of the same run (`goal`: of the run). */
export interface EarlierOutcome {
  step: string
  channel: string
  message: string | null
  outcome: string
}

interface AskedValues {
  event: { of: Matcher; count: NumberComparison; within: Length | null; wanted: boolean }
  sum: { path: string; of: Matcher; wants: NumberComparison; within: Length | null; wanted: boolean }
  /** `of` null: anything that the person does. */
  inactive: { of: Matcher | null; length: Length; wanted: boolean }
  sequence: { of: readonly Matcher[]; within: Length; wanted: boolean }
  trait: { path: string; wants: Comparison; lasting: Length | null; wanted: boolean }
  member: { of: "segment" | "stage"; id: string; wanted: boolean }
  consent: { channel: string; wanted: boolean }
  reachable: { channel: string; wanted: boolean }
  /** From here on triggers. `per`: the path of the key that the event must have. */
  occurs: { of: Matcher; per: string | null }
  absence: { of: Matcher; per: string | null; without: Matcher; length: Length }
  crosses: { of: "segment" | "stage"; id: string; entered: boolean }
  goal: { scenario: string }
  date: { path: string }
  schedule: { cron: string }
}

interface StandingValues {
  never: { within: Length | null; of: Matcher | null }
  /** `orMore`: so many matter, more are not counted. */
  times: { count: number; orMore: boolean; within: Length | null }
  sum: { total: number }
  last: { at: number }
  progress: { come: number; of: number }
  "in-order": object
  /** `json`: the value as JSON, cut where it is long. */
  value: { json: string; tooShort: boolean }
  missing: { tooShort: boolean }
  inside: object
  outside: object
  /** Of a stage: in another one. */
  elsewhere: object
  granted: object
  denied: { at: number }
  "never-asked": object
  "none-needed": object
  reachable: object
  bounced: { address: string }
  "no-address": { address: string }
  keyless: { path: string }
  seen: { inVain: boolean }
  "no-run": object
  "no-goal": object
  waiting: { until: number }
  ended: { by: string; at: number }
  over: object
  "no-date": object
  /** Null: never. */
  next: { at: number | null }
  /** From here on gates. */
  unmet: { parts: readonly { asked: Asked; is: Standing }[] }
  capped: { caps: readonly { max: number; channel: string | null }[] }
  quiet: { channel: string }
  reached: EarlierOutcome & { at: number | null }
  "not-live": { channel: string }
  unschedulable: object
  withheld: { share: number }
  "run-over": { reason: Reason; at: number }
}

interface ChangeValues {
  /** What is asked comes true. `more`: of a count or a sum, how much is lacking, where that alone would do. */
  fulfil: {
    asked: Extract<Asked, { code: "event" | "sequence" | "absence" | "goal" | "sum" | "trait" }>
    more: number | null
  }
  /** One after the other: who is in already must be out first. */
  cross: { of: "segment" | "stage"; id: string; ways: readonly ("enters" | "leaves")[] }
  consent: { channel: string; granted: boolean }
  "address-known": { address: string }
  "address-new": { address: string }
  "address-gone": { address: string }
  /** `thenNone`: and then none for so long. */
  once: { of: Matcher | null; per: string | null; thenNone: Length | null }
  again: { of: Matcher; per: string | null }
  "none-until": { of: Matcher | null; until: number }
  /** Null: there is no such time. */
  wait: { until: number | null }
  "date-given": { path: string }
  /** From here on gates. */
  all: { of: readonly Change[] }
  "cap-raised": object
  "due-later": { at: number }
  "due-out-of-quiet": { channel: string }
  "not-reached": EarlierOutcome & { by: number }
  live: { channel: string }
  schedulable: { channel: string }
  "not-withheld": object
  "run-goes-on": { until: number }
}

type Coded<Values> = { [Code in keyof Values]: { code: Code } & Values[Code] }[keyof Values]

/** What a condition or a trigger asks. */
export type Asked = Coded<AskedValues>
/** What the person has. */
export type Standing = Coded<StandingValues>
/** The least that would have to become different. */
export type Change = Coded<ChangeValues>

/** One condition with its answer, for why-not. `parts` of `all` and `any`; leaves say what the person has. */
export type Explanation =
  /** `lost`: it is not met, and whatever happens from here on, it will not be. */
  | { kind: "leaf"; asked: Asked; met: boolean; is: Standing; change: Change; lost?: true }
  | { kind: "all" | "any"; met: boolean; parts: Explanation[] }

export type Leaf = Extract<Explanation, { kind: "leaf" }>

export function listLeaves(explanation: Explanation): Leaf[] {
  return explanation.kind === "leaf" ? [explanation] : explanation.parts.flatMap(listLeaves)
}

/**
 * The fewest leaves that must change: all unmet parts of an `all`, of an `any` the part that needs the fewest. What can no
 * longer come is proposed only where there is no other way.
 */
export function findLeastLeaves(explanation: Explanation): Leaf[] {
  if (explanation.met) return []
  if (explanation.kind === "leaf") return [explanation]
  const ways = explanation.parts.map(findLeastLeaves)
  if (explanation.kind === "all") return ways.flat()
  return ways.reduce((least, way) => (compareWays(way, least) < 0 ? way : least), ways[0] ?? [])
}

/** Below 0: the first way is the better one. */
export function compareWays(one: Leaf[], other: Leaf[]): number {
  return countLost(one) - countLost(other) || one.length - other.length
}

const countLost = (way: Leaf[]) => way.reduce((lost, leaf) => (leaf.lost ? lost + 1 : lost), 0)

/** How much is lacking to what is compared, where that much would satisfy it. */
export function findLack(
  wants: NumberComparison,
  has: number,
  satisfied: (value: number) => boolean,
  step: number,
): number | null {
  const { eq, gte, gt } = wants
  const goal =
    eq ?? Math.max(gte ?? Number.NEGATIVE_INFINITY, gt === undefined ? Number.NEGATIVE_INFINITY : gt + step)
  // Money is not binary: as fine as sums are compared.
  const lack = Math.round((goal - has) * 1e6) / 1e6
  return lack > 0 && Number.isFinite(lack) && satisfied(has + lack) ? lack : null
}

/** Why a condition does not hold, and the least that must change for it to. */
export function tellCondition(
  condition: CompiledCondition | null,
  situation: Situation,
  at: number,
): GateTold {
  const explanation = condition?.explain(situation, at, true) ?? null
  const unmet = explanation ? listLeaves(explanation).filter(({ met }) => !met) : []
  return {
    is: { code: "unmet", parts: unmet.map(({ asked, is }) => ({ asked, is })) },
    change: { code: "all", of: explanation ? findLeastLeaves(explanation).map(({ change }) => change) : [] },
  }
}
