import { presumeConsent } from "./consent"
import { readIdentity } from "./identity"
import type { Inside } from "./inside"

/** What another tab has decided: the visitor is forgotten, or has agreed or refused. */
export function joinTabs({ options, consents, erase, decide }: Inside): void {
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== "cuelight") return
    const { analytics } = readIdentity().consents ?? {}
    if (!newValue || (analytics === "denied" && consents.analytics !== "denied")) {
      erase()
      Object.assign(consents, newValue ? { analytics } : presumeConsent(options.consent))
    } else if (analytics === "granted" && !consents.analytics) decide({ analytics })
  })
}
