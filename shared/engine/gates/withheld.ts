import type { Gate } from "../gate"

/** The run is one of the holdout (rule 14). */
export const withheld: Gate = {
  id: "withheld",
  reason: "withheld",
  ask: ({ step }) => (step.run.withheld ? "refuse" : null),
  tell: ({ step }) => ({
    is: `in the holdout of ${step.run.scenario.holdout * 100}%`,
    change: "the holdout does not take this person",
  }),
}
