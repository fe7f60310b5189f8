import type { Gate } from "../gate"

/** A channel that is on the map but whose systems are not joined. */
export const integrationMissing: Gate = {
  id: "integration-missing",
  reason: "integration-missing",
  ask: ({ step }) => (step.plan.channel.live ? null : "refuse"),
  tell: ({ step }) => ({
    is: { code: "not-live", channel: step.plan.channel.id },
    change: { code: "live", channel: step.plan.channel.id },
  }),
}
