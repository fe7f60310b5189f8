import type { GoalTrigger } from "../../map/trigger"
import { defineTrigger } from "../trigger"

/** `{ goal: SCENARIO }`: when a run of that scenario reaches its goal. */
export const goal = defineTrigger<GoalTrigger>({
  key: "goal",
  fits: (trigger) => "goal" in trigger,
  compile(trigger, scope) {
    const index = scope.scenarioIndex(trigger.goal)
    return {
      goalOf: index,
      explain: (person) => {
        const runs = person.runsOf(index)
        return {
          kind: "leaf",
          condition: `a run of ${trigger.goal} reaches its goal`,
          met: false,
          is: runs.length === 0 ? "no run" : "not reached",
          change: `a run of ${trigger.goal} reaches its goal`,
        }
      },
    }
  },
})
