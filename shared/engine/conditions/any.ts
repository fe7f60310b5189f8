import type { Condition } from "../../map/condition"
import { defineCondition } from "../condition"

/** `{ any: […] }`: at least one part holds. */
export const any = defineCondition<{ any: Condition[] }>({
  key: "any",
  compile(condition, scope) {
    const parts = condition.any.map((part) => scope.compile(part))
    return {
      holds: (situation, at) => {
        for (const part of parts) if (part.holds(situation, at)) return true
        return false
      },
      because: (situation, at, ids) => {
        const holding = parts.find((part) => part.holds(situation, at))
        for (const part of holding ? [holding] : parts) part.because(situation, at, ids)
      },
      explain: (situation, at, wanted) => {
        const explained = parts.map((part) => part.explain(situation, at, wanted))
        const kind = wanted ? "any" : "all"
        const met = wanted ? explained.some((part) => part.met) : explained.every((part) => part.met)
        return { kind, met, parts: explained }
      },
    }
  },
})
