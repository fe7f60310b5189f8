import type { Condition } from "../../map/condition"
import { defineCondition } from "../condition"

/** `{ all: […] }`: every part holds. */
export const all = defineCondition<{ all: Condition[] }>({
  key: "all",
  compile(condition, scope) {
    const parts = condition.all.map((part) => scope.compile(part))
    return {
      holds: (situation, at) => {
        for (const part of parts) if (!part.holds(situation, at)) return false
        return true
      },
      because: (situation, at, ids) => {
        for (const part of parts) part.because(situation, at, ids)
      },
      explain: (situation, at, wanted) => {
        const explained = parts.map((part) => part.explain(situation, at, wanted))
        // Not all: one that fails is enough.
        const kind = wanted ? "all" : "any"
        const met = wanted ? explained.every((part) => part.met) : explained.some((part) => part.met)
        return { kind, met, parts: explained }
      },
    }
  },
})
