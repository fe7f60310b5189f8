import { asFields, type Fields } from "./fields"
import { renameAll } from "./write-push"

/**
 * Our names of consents and those of Google's Consent Mode. `ad_storage` and its like are about advertising cookies and not
 * about letters: nobody who took a cookie has asked for a newsletter, so they keep their own names and grant no channel.
 */
export const CONSENT_MODE: Readonly<Record<string, string>> = { analytics: "analytics_storage" }

const OWN = Object.fromEntries(Object.entries(CONSENT_MODE).map(([own, theirs]) => [theirs, own]))

/**
 * What `gtag("consent", "update", { … })` decides, or null. `default` is what holds before anybody has decided, and
 * decides nothing.
 */
export function readConsentUpdate(command: unknown, decisions: unknown): Fields | null {
  const given = asFields(decisions)
  if (command !== "update" || !given) return null
  const made = Object.entries(given).filter(([, decision]) => decision === "granted" || decision === "denied")
  return made.length > 0 ? renameAll(Object.fromEntries(made), OWN) : null
}
