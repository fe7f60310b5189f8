import { tellCondition } from "../explanation"
import type { Gate } from "../gate"

/** The scenario's `continueIf`: this step only; the next asks again. */
export const continueIf: Gate = {
  id: "continueIf",
  reason: "condition",
  tell: ({ person, step, at }) => tellCondition(step.run.scenario.continueIf, person, at),
  ask: ({ person, step, at }) =>
    step.run.scenario.continueIf?.holds(person, at) === false ? "refuse" : null,
}
