import type { Gate } from "../gate"

/** The run is one of the holdout (rule 14). */
export const withheld: Gate = {
  id: "withheld",
  reason: "withheld",
  ask: ({ step }) => (step.run.withheld ? "refuse" : null),
  tell: ({ step }) => ({
    is: { code: "withheld", share: step.run.scenario.holdout },
    change: { code: "not-withheld" },
  }),
}
