import type { Condition } from "../../map/condition"
import { defineCondition } from "../condition"

/** `{ not: … }`: the opposite. Its because are the events that bear on what is denied. */
export const not = defineCondition<{ not: Condition }>({
  key: "not",
  compile(condition, scope) {
    const inner = scope.compile(condition.not)
    return {
      holds: (situation, at) => !inner.holds(situation, at),
      because: (situation, at, ids) => inner.because(situation, at, ids),
      explain: (situation, at, wanted) => inner.explain(situation, at, !wanted),
    }
  },
})
