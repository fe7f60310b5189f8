import type { Gate } from "../gate"
import { hasAddress, isReachable } from "../reach"

/** No address, or a hard bounce since it last got another value. */
export const unreachable: Gate = {
  id: "unreachable",
  reason: "unreachable",
  ask: ({ person, step }) => (isReachable(person.facts, step.plan.channel) ? null : "refuse"),
  tell({ person, step }) {
    const address = step.plan.channel.address?.join(".") ?? "address"
    return hasAddress(person.facts, step.plan.channel)
      ? { is: { code: "bounced", address }, change: { code: "address-new", address } }
      : { is: { code: "no-address", address }, change: { code: "address-known", address } }
  },
}
