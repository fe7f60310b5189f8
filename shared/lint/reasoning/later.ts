import { durationMs } from "../../map/duration"
import type { Scenario } from "../../map/scenario"
import { kindsOfGoal } from "./at-trigger"
import { covers, type EventKind, listKinds } from "./event-kind"
import { EVER, type Literal } from "./literal"

/**
 * What is still so at a later instant of the same run, of all that was so at its trigger.
 *
 * Events that have happened stay happened; that something has not happened stays so only where it would have ended the
 * run. Traits and consent may have changed.
 */
export function persist(known: readonly Literal[], scenario: Scenario, waitMs: number): Literal[] {
  const ending = kindsThatEnd(scenario, waitMs)
  return known.flatMap((literal): Literal[] => {
    if (literal.about !== "count") return []
    if (literal.bound === "least") return [{ ...literal, window: EVER }]
    const isLasting =
      literal.bound === "most" &&
      literal.window.lengthMs === EVER.lengthMs &&
      literal.kinds.every((kind) => ending.some((wider) => covers(wider, kind)))
    return isLasting ? [literal] : []
  })
}

/** What is so a while later if nothing happens in between and nothing is changed: time alone passes. */
export function letTimePass(known: readonly Literal[], passedMs: number): Literal[] {
  return known.flatMap((literal): Literal[] => {
    if (literal.about === "sum") return []
    if (literal.about === "trait") {
      if (literal.holds) return [{ ...literal, forMs: literal.forMs + passedMs }]
      return literal.forMs === 0 ? [literal] : []
    }
    if (literal.about === "plain") return [literal]
    return [{ ...literal, window: { ...literal.window, lengthMs: literal.window.lengthMs + passedMs } }]
  })
}

/** The events after which no step of the run is sent any more: its goal, and its exits. */
function kindsThatEnd({ goal, continueAfterGoal, exit }: Scenario, waitMs: number): EventKind[] {
  const exits = exit === undefined ? [] : listKinds(exit)
  if (goal === undefined || continueAfterGoal) return exits
  const within = typeof goal === "object" && "within" in goal ? goal.within : undefined
  return within !== undefined && durationMs(within) < waitMs ? exits : [...exits, ...kindsOfGoal(goal)]
}
