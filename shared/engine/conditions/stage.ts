import { defineCondition } from "../condition"
import { bothWays } from "../explanation"

/** `{ stage: ID }`: the person is in this stage at t. */
export const stage = defineCondition<{ stage: string }>({
  key: "stage",
  compile(condition, scope) {
    const id = condition.stage
    const index = scope.stageIndex(id)
    const [asked, unasked] = bothWays((wanted) => ({ code: "member", of: "stage", id, wanted }))
    return {
      holds: (situation, at) => situation.inStage(index, at),
      because: (situation, at, ids) => scope.stageCondition(index)?.because(situation, at, ids),
      explain: (situation, at, wanted) => {
        const inside = situation.inStage(index, at)
        return {
          kind: "leaf",
          asked: wanted ? asked : unasked,
          met: inside === wanted,
          is: { code: inside ? "inside" : "elsewhere" },
          change: { code: "cross", of: "stage", id, ways: [wanted ? "enters" : "leaves"] },
        }
      },
    }
  },
})
