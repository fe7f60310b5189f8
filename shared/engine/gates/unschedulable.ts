import type { Gate } from "../gate"

/** No instant that fits within 8 days (rule 17). */
export const unschedulable: Gate = {
  id: "unschedulable",
  reason: "unschedulable",
  ask: ({ step }) => (step.obstacle === "unschedulable" ? "refuse" : null),
  tell: ({ step }) => ({
    is: "no time within 8 days fits its hour, its days and the quiet hours",
    change: `hour, days or the quiet hours of ${step.plan.channel.id} leave a time`,
  }),
}
