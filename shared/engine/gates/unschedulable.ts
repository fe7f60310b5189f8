import type { Gate } from "../gate"

/** No instant that fits within 8 days (rule 17). */
export const unschedulable: Gate = {
  id: "unschedulable",
  reason: "unschedulable",
  ask: ({ step }) => (step.obstacle === "unschedulable" ? "refuse" : null),
  tell: ({ step }) => ({
    is: { code: "unschedulable" },
    change: { code: "schedulable", channel: step.plan.channel.id },
  }),
}
