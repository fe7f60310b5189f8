import { defineCondition } from "../condition"
import { bothWays } from "../explanation"

/** `{ segment: ID }`: membership at t. */
export const segment = defineCondition<{ segment: string }>({
  key: "segment",
  compile(condition, scope) {
    const id = condition.segment
    const index = scope.segmentIndex(id)
    const [asked, unasked] = bothWays((wanted) => ({ code: "member", of: "segment", id, wanted }))
    return {
      holds: (situation, at) => situation.inSegment(index, at),
      because: (situation, at, ids) => scope.segmentCondition(index)?.because(situation, at, ids),
      explain: (situation, at, wanted) => {
        const inside = situation.inSegment(index, at)
        return {
          kind: "leaf",
          asked: wanted ? asked : unasked,
          met: inside === wanted,
          is: { code: inside ? "inside" : "outside" },
          change: { code: "cross", of: "segment", id, ways: [wanted ? "enters" : "leaves"] },
        }
      },
    }
  },
})
