import type { Gate } from "../gate"

/** The scenario's `continueIf`: this step only; the next asks again. */
export const continueIf: Gate = {
  id: "continueIf",
  reason: "condition",
  ask: ({ person, step, at }) =>
    step.run.scenario.continueIf?.holds(person, at) === false ? "refuse" : null,
}
