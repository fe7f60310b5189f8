import type { GoalTrigger } from "../../map/trigger"
import { defineTrigger } from "../trigger"

/** `{ goal: SCENARIO }`: when a run of that scenario reaches its goal. */
export const goal = defineTrigger<GoalTrigger>({
  key: "goal",
  fits: (trigger) => "goal" in trigger,
  compile(trigger, scope) {
    const index = scope.scenarioIndex(trigger.goal)
    const asked = { code: "goal", scenario: trigger.goal } as const
    return {
      goalOf: index,
      explain: (person) => {
        const runs = person.runsOf(index)
        return {
          kind: "leaf",
          asked,
          met: false,
          is: { code: runs.length === 0 ? "no-run" : "no-goal" },
          change: { code: "fulfil", asked, more: null },
        }
      },
    }
  },
})
