import { durationMs } from "../../map/duration"
import { defineRule } from "../finding"
import { quote } from "../name-list"
import { planOffsetsMs, readIfNot } from "../scenario-plan"

/** A step with `ifNot: goal` that is planned after the goal can be reached: its reason is gone. */
export const stepAfterGoalWindow = defineRule({
  code: "step-after-goal-window",
  kind: "never-can",
  find: ({ map }) =>
    (map.scenarios ?? []).flatMap((scenario, scenarioIndex) => {
      const { goal, steps } = scenario
      if (typeof goal !== "object" || Array.isArray(goal) || !("within" in goal) || !goal.within) return []
      const windowMs = durationMs(goal.within)
      const within = goal.within
      return planOffsetsMs(scenario).flatMap((offsetMs, index) => {
        const step = steps[index]
        if (!step || offsetMs <= windowMs || readIfNot(steps, index)?.outcome !== "goal") return []
        const id = quote(step.id)
        return {
          path: ["scenarios", scenarioIndex, "steps", index],
          severity: "warning" as const,
          message: {
            en: `Step ${id.en} is there only while the goal is not reached, but comes after the goal's window of ${within}: it can no longer bring anyone to the goal.`,
            ru: `Шаг ${id.ru} нужен, только пока цель не достигнута, но приходит после её окна (${within}): к цели он уже никого не приведёт.`,
          },
          proposal: {
            en: "Send it earlier, or make the goal's `within` longer.",
            ru: "Отправьте его раньше или увеличьте `within` цели.",
          },
        }
      })
    }),
})
