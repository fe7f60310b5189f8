import { defineCondition } from "../condition"

/** `{ stage: ID }`: the person is in this stage at t. */
export const stage = defineCondition<{ stage: string }>({
  key: "stage",
  compile(condition, scope) {
    const index = scope.stageIndex(condition.stage)
    return {
      holds: (situation, at) => situation.inStage(index, at),
      because: (situation, at, ids) => scope.stageCondition(index)?.because(situation, at, ids),
      explain: (situation, at, wanted) => {
        const inside = situation.inStage(index, at)
        return {
          kind: "leaf",
          condition: `${wanted ? "in" : "not in"} stage ${condition.stage}`,
          met: inside === wanted,
          is: inside ? "in it" : "in another",
          change: `${wanted ? "enters" : "leaves"} stage ${condition.stage}`,
        }
      },
    }
  },
})
