import type { Gate } from "../gate"

/** The step's own `only`. */
export const only: Gate = {
  id: "only",
  reason: "condition",
  ask: ({ person, step, at }) => (step.plan.only?.holds(person, at) === false ? "refuse" : null),
}
