import type {
  Condition,
  EventCondition,
  InactiveCondition,
  SequenceCondition,
  SumCondition,
} from "../../map/condition"
import { durationMs } from "../../map/duration"
import { ANY_ACTIVITY, covers, type EventKind, kindsOf, listKinds } from "./event-kind"
import { EVER, type Literal, type Window } from "./literal"
import type { MapIndex } from "./map-index"
import {
  allowsZero,
  boundsOfCount,
  listBounds,
  type NumberBound,
  opposite,
  wholeBounds,
} from "./number-tests"
import { listTests } from "./value-tests"

/** A condition that must hold, or must not. */
export interface Demand {
  condition: Condition
  holds: boolean
}

/** What a demand comes to: further demands and statements, all of which must be met. */
export interface Meaning {
  demands: Demand[]
  literals: Literal[]
}

/**
 * The ways to meet a demand, of which one is enough; none where it cannot be met at all.
 *
 * What a condition means is told by the table "Conditions" of the map's specification.
 */
export function expand({ condition, holds }: Demand, index: MapIndex): Meaning[] {
  if ("not" in condition) return [demand({ condition: condition.not, holds: !holds })]
  if ("all" in condition) return combine(condition.all, holds, holds)
  if ("any" in condition) return combine(condition.any, holds, !holds)
  if ("segment" in condition) {
    const segment = index.segments.get(condition.segment)
    return segment ? [demand({ condition: segment.when, holds })] : [ANYTHING]
  }
  if ("stage" in condition) return expandStage(condition.stage, holds, index)
  if ("sum" in condition) return expandSum(condition, holds)
  if ("inactive" in condition) return expandInactive(condition, holds)
  if ("sequence" in condition) return expandSequence(condition, holds)
  if ("trait" in condition) {
    const { trait, for: forHow, ...comparisons } = condition
    const forMs = forHow === undefined ? 0 : durationMs(forHow)
    return [literals({ about: "trait", path: trait, tests: listTests(comparisons), forMs, holds })]
  }
  if ("consent" in condition) {
    const needed = index.map.channels?.[condition.consent]?.consent ?? "none"
    if (needed === "none") return holds ? [ANYTHING] : []
    return [literals({ about: "plain", key: `consent ${condition.consent}`, holds })]
  }
  if ("reachable" in condition) {
    return [literals({ about: "plain", key: `reachable ${condition.reachable}`, holds })]
  }
  return expandEvent(condition, holds)
}

const ANYTHING: Meaning = { demands: [], literals: [] }

function demand(...demands: Demand[]): Meaning {
  return { demands, literals: [] }
}

function literals(...found: Literal[]): Meaning {
  return { demands: [], literals: found }
}

function combine(conditions: readonly Condition[], holds: boolean, together: boolean): Meaning[] {
  const demands = conditions.map((condition) => ({ condition, holds }))
  return together ? [demand(...demands)] : demands.map((one) => demand(one))
}

/** A person is in the last stage whose `when` holds, else in the first. */
function expandStage(id: string, holds: boolean, { map, stageIndexes }: MapIndex): Meaning[] {
  const index = stageIndexes.get(id)
  if (index === undefined) return [ANYTHING]
  const own = map.stages[index]?.when
  const later = map.stages.slice(index + 1).flatMap(({ when }) => (when ? [when] : []))
  const ownDemand = index > 0 && own ? [{ condition: own, holds }] : []
  if (holds) return [demand(...ownDemand, ...later.map((condition) => ({ condition, holds: false })))]
  return [...ownDemand, ...later.map((condition) => ({ condition, holds: true }))].map((one) => demand(one))
}

function expandEvent({ event, where, count, within }: EventCondition, holds: boolean): Meaning[] {
  return expandCounts(kindsOf(event, where), windowOf(within), boundsOfCount(count), holds)
}

function expandCounts(
  kinds: readonly EventKind[],
  window: Window,
  bounds: readonly NumberBound[],
  holds: boolean,
): Meaning[] {
  const read = (bound: NumberBound) =>
    wholeBounds(bound)?.map((whole): Literal => ({ about: "count", kinds, window, ...whole })) ?? null
  if (!holds) {
    return bounds.flatMap((bound) => {
      const found = read(opposite(bound))
      return found ? [literals(...found)] : []
    })
  }
  const found = bounds.map(read)
  return found.every((one) => one !== null) ? [literals(...found.flat())] : []
}

function expandSum(condition: SumCondition, holds: boolean): Meaning[] {
  const kinds = listKinds(condition.of)
  const window = windowOf(condition.within)
  const key = JSON.stringify([condition.sum, kinds, window.lengthMs])
  const read = (bound: NumberBound): Literal[] => [
    { about: "sum", key, ...bound },
    // The sum of nothing is 0.
    ...(allowsZero(bound) ? [] : [{ about: "count", kinds, window, bound: "least", count: 1 } as const]),
  ]
  const bounds = listBounds(condition)
  if (holds) return [literals(...bounds.flatMap(read))]
  return bounds.map((bound) => literals(...read(opposite(bound))))
}

/** There is such an event, and none later than now - D. */
function expandInactive({ inactive, of }: InactiveCondition, holds: boolean): Meaning[] {
  const kinds = of === undefined ? [ANY_ACTIVITY] : listKinds(of)
  const quiet: Window = { lengthMs: durationMs(inactive), open: true }
  const once: Literal = { about: "count", kinds, window: EVER, bound: "least", count: 1 }
  const never: Literal = { about: "count", kinds, window: EVER, bound: "most", count: 0 }
  if (holds) return [literals(once, { about: "count", kinds, window: quiet, bound: "most", count: 0 })]
  return [literals(never), literals({ about: "count", kinds, window: quiet, bound: "least", count: 1 })]
}

/** One event serves one matcher: two matchers of the same kind need two events. */
function expandSequence(condition: SequenceCondition, holds: boolean): Meaning[] {
  const plain: Literal = { about: "plain", key: JSON.stringify(condition), holds }
  if (!holds) return [literals(plain)]
  const parts = condition.sequence.map((matcher) => listKinds(matcher))
  const counts = parts.map((kinds): Literal => {
    const inside = parts.filter((part) => part.every((kind) => kinds.some((wider) => covers(wider, kind))))
    return { about: "count", kinds, window: EVER, bound: "least", count: inside.length }
  })
  return [literals(plain, ...counts)]
}

function windowOf(within: string | undefined): Window {
  return within === undefined ? EVER : { lengthMs: durationMs(within), open: false }
}
