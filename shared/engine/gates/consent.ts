import { decidingConsent, hasConsent } from "../consent"
import type { Gate } from "../gate"
import { writeInstant } from "../instant"

/** Rule 20. Messages of type `service` need none. */
export const consent: Gate = {
  id: "consent",
  reason: "consent",
  ask: ({ person, step }) =>
    step.plan.type === "service" || hasConsent(person.facts, step.plan.channel) ? null : "refuse",
  tell({ person, step }) {
    const decision = decidingConsent(person.facts, step.plan.channel)
    return {
      is: decision ? `denied at ${writeInstant(decision.at)}` : "never asked",
      change: `consent for ${step.plan.channel.id} is granted`,
    }
  },
}
