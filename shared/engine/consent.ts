import type { CompiledChannel } from "./compiled-map"
import type { ConsentDecision, Facts } from "./facts"

/**
 * Rule 20. `opt-in` needs a grant of the channel or of `marketing`; `opt-out` is granted until denied; `none` needs
 * nothing. The latest decision counts, but a denial of the channel is undone only by a grant of that channel.
 * Of two decisions in one event the channel's own counts.
 */
export function hasConsent(facts: Facts, channel: CompiledChannel): boolean {
  if (channel.consent === "none") return true
  const decision = decidingConsent(facts, channel)
  return decision ? decision.granted : channel.consent === "opt-out"
}

/** The decision that counts, or null where there is none. */
export function decidingConsent(facts: Facts, channel: CompiledChannel): ConsentDecision | null {
  const own = facts.consents?.get(channel.id) ?? null
  const general = facts.consents?.get("marketing") ?? null
  if (!own || !general) return own ?? general
  if (!own.granted) return own
  return general.at > own.at || (general.at === own.at && general.place > own.place) ? general : own
}
