import type { CompiledChannel } from "./compiled-map"
import type { Facts } from "./facts"

/**
 * Rule 18, `unreachable`: no address, or a hard bounce since the address last got another value; on a channel without
 * `address`, ever.
 */
export function isReachable(facts: Facts, channel: CompiledChannel): boolean {
  return hasAddress(facts, channel) && !facts.bounced?.has(channel.id)
}

export function hasAddress(facts: Facts, channel: CompiledChannel): boolean {
  if (channel.address === null) return true
  const address = facts.trait(channel.address)
  return address !== undefined && address !== "" && address !== false
}
