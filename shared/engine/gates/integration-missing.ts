import type { Gate } from "../gate"

/** A channel that is on the map but whose systems are not joined. */
export const integrationMissing: Gate = {
  id: "integration-missing",
  reason: "integration-missing",
  ask: ({ step }) => (step.plan.channel.live ? null : "refuse"),
  tell: ({ step }) => ({
    is: `${step.plan.channel.id} is not joined`,
    change: `${step.plan.channel.id} becomes live`,
  }),
}
