import { decidingConsent, hasConsent } from "../consent"
import type { Gate } from "../gate"

/** Rule 20. Messages of type `service` need none. */
export const consent: Gate = {
  id: "consent",
  reason: "consent",
  ask: ({ person, step }) =>
    step.plan.type === "service" || hasConsent(person.facts, step.plan.channel) ? null : "refuse",
  tell({ person, step }) {
    const decision = decidingConsent(person.facts, step.plan.channel)
    return {
      is: decision ? { code: "denied", at: decision.at } : { code: "never-asked" },
      change: { code: "consent", channel: step.plan.channel.id, granted: true },
    }
  },
}
