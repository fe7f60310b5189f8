import { hasConsent } from "../consent"
import type { Gate } from "../gate"

/** Rule 20. Messages of type `service` need none. */
export const consent: Gate = {
  id: "consent",
  reason: "consent",
  ask: ({ person, step }) =>
    step.plan.type === "service" || hasConsent(person.facts, step.plan.channel) ? null : "refuse",
}
