import type { Gate } from "../gate"
import { isReachable } from "../reach"

/** No address, or a hard bounce since it last got another value. */
export const unreachable: Gate = {
  id: "unreachable",
  reason: "unreachable",
  ask: ({ person, step }) => (isReachable(person.facts, step.plan.channel) ? null : "refuse"),
}
