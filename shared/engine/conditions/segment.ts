import { defineCondition } from "../condition"

/** `{ segment: ID }`: membership at t. */
export const segment = defineCondition<{ segment: string }>({
  key: "segment",
  compile(condition, scope) {
    const index = scope.segmentIndex(condition.segment)
    return {
      holds: (situation, at) => situation.inSegment(index, at),
      because: (situation, at, ids) => scope.segmentCondition(index)?.because(situation, at, ids),
      explain: (situation, at, wanted) => {
        const inside = situation.inSegment(index, at)
        return {
          kind: "leaf",
          condition: `${wanted ? "in" : "not in"} segment ${condition.segment}`,
          met: inside === wanted,
          is: inside ? "in it" : "not in it",
          change: `${wanted ? "enters" : "leaves"} segment ${condition.segment}`,
        }
      },
    }
  },
})
