import { tellCondition } from "../explanation"
import type { Gate } from "../gate"

/** The step's own `only`. */
export const only: Gate = {
  id: "only",
  reason: "condition",
  tell: ({ person, step, at }) => tellCondition(step.plan.only, person, at),
  ask: ({ person, step, at }) => (step.plan.only?.holds(person, at) === false ? "refuse" : null),
}
