import { durationMs } from "../../map/duration"
import type { DocumentPath } from "../../map/map-problem"
import type { Goal, Scenario } from "../../map/scenario"
import type { AbsenceTrigger, InactiveTrigger, SingleTrigger, Trigger } from "../../map/trigger"
import { ANY_ACTIVITY, type EventKind, kindsOf, listKinds } from "./event-kind"
import { type Literal, THIS_INSTANT } from "./literal"
import type { MapIndex } from "./map-index"
import type { Situation } from "./reasoner"

/** A trigger that fires by itself, and where it stands below its scenario. */
export interface PlacedTrigger {
  trigger: SingleTrigger
  path: DocumentPath
}

/** The single triggers of a scenario: those below `any`, else the one. */
export function listTriggers(trigger: Trigger, path: DocumentPath = ["trigger"]): PlacedTrigger[] {
  if (!("any" in trigger)) return [{ trigger, path }]
  return trigger.any.flatMap((inner, index) => listTriggers(inner, [...path, "any", index]))
}

/**
 * What is so at the instant at which the trigger fires; null where it can never fire because it waits for the goal of
 * a scenario that has none.
 */
export function situationAtTrigger(trigger: SingleTrigger, index: MapIndex): Situation | null {
  if ("enters" in trigger) return { demands: [{ condition: trigger.enters, holds: true }], literals: [] }
  if ("leaves" in trigger) return { demands: [{ condition: trigger.leaves, holds: false }], literals: [] }
  if ("inactive" in trigger) return situationAtSilence(trigger)
  if ("schedule" in trigger) return { demands: [], literals: [] }
  if ("date" in trigger) {
    const tests = [["exists", true] as const]
    return { demands: [], literals: [{ about: "trait", path: trigger.date, tests, forMs: 0, holds: true }] }
  }
  if ("goal" in trigger) {
    const goal = index.scenarios.get(trigger.goal)?.goal
    return goal === undefined ? null : { demands: [], literals: [happened(kindsOfGoal(goal))] }
  }
  if ("without" in trigger) return { demands: [], literals: literalsOfAbsence(trigger) }
  return { demands: [], literals: [happened(kindsOf(trigger.event, trigger.where))] }
}

/** Once in each quiet period, when it reaches D: the last event lies exactly so far back. */
function situationAtSilence(trigger: InactiveTrigger): Situation {
  const kinds = trigger.of === undefined ? [ANY_ACTIVITY] : listKinds(trigger.of)
  const window = { lengthMs: durationMs(trigger.inactive), open: false }
  return {
    demands: [{ condition: trigger, holds: true }],
    literals: [{ about: "count", kinds, window, bound: "least", count: 1 }],
  }
}

function happened(kinds: readonly EventKind[]): Literal {
  return { about: "count", kinds, window: THIS_INSTANT, bound: "least", count: 1 }
}

/** The anchor lies exactly `for` back; since then none (it would have moved the deadline), and nothing that cancels. */
function literalsOfAbsence({ event, where, without, for: length, per, restart }: AbsenceTrigger): Literal[] {
  const lengthMs = durationMs(length)
  const kinds = kindsOf(event, where)
  const literals: Literal[] = [
    { about: "count", kinds, window: { lengthMs, open: false }, bound: "least", count: 1 },
  ]
  // With `per` only those of the same key count.
  if (per !== undefined || lengthMs === 0) return literals
  const since = { lengthMs, open: true }
  literals.push({ about: "count", kinds: listKinds(without), window: since, bound: "most", count: 0 })
  if (restart !== false) literals.push({ about: "count", kinds, window: since, bound: "most", count: 0 })
  return literals
}

/** The events that a goal means. */
export function kindsOfGoal(goal: Goal): EventKind[] {
  if (typeof goal === "string" || Array.isArray(goal)) return listKinds(goal)
  return kindsOf(goal.event, goal.where)
}

/** A situation in which the audience holds too. */
export function withAudience(situation: Situation, { audience }: Pick<Scenario, "audience">): Situation {
  if (!audience) return situation
  return { ...situation, demands: [...situation.demands, { condition: audience, holds: true }] }
}
