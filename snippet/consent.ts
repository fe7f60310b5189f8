import type { Choice, Consents } from "./identity"

interface Signals {
  globalPrivacyControl?: boolean
  doNotTrack?: string | null
}

/**
 * What counts before the visitor has said a word: the browser's own signals (Global Privacy Control, Do Not Track)
 * refuse, then the tag speaks (`data-consent`). Where the page has a consent dialogue (IAB TCF v2), its answer is waited for.
 */
export function presumeConsent(asked: string | undefined): Consents {
  const { globalPrivacyControl, doNotTrack } = navigator as Signals
  if (globalPrivacyControl || doNotTrack === "1") return { analytics: "denied", marketing: "denied" }
  if (asked === "pending" || "__tcfapi" in globalThis) return {}
  return { analytics: asked === "denied" ? "denied" : "granted" }
}

/** The choices in an object; what is neither yes nor no is left out. */
export function readChoices(value: unknown): Consents {
  const told: Record<string, Choice> = {}
  for (const [name, choice] of Object.entries(value ?? {}))
    if (choice === true || choice === "granted") told[name] = "granted"
    else if (choice === false || choice === "denied") told[name] = "denied"
  return told
}

/** Google's Consent Mode, as it stands in the data layer: `gtag("consent", "default" | "update", { … })`. */
export function readConsentMode(push: unknown): { isDefault: boolean; told: Consents } | undefined {
  if (!Array.isArray(push) || push[0] !== "consent") return
  const { analytics_storage: analytics, ad_storage: marketing } = push[2] ?? {}
  return { isDefault: push[1] === "default", told: readChoices({ analytics, marketing }) }
}
