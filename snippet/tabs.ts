import { presumeConsent } from "./consent"
import { readIdentity } from "./identity"
import type { Inside } from "./inside"

/** How often it is looked at what other tabs have written: a look may be a message to another process. */
const LOOK_AGAIN_MS = 1_000

/**
 * What another tab, or another host below the domain, has told of the visitor in the meantime, and what another tab has
 * decided: the visitor is forgotten, or has agreed or refused.
 */
export function joinTabs(inside: Inside): void {
  const { options, consents, erase, decide } = inside
  let lookedAt = Date.now()
  inside.lookAround = (at) => {
    if (Math.abs(at - lookedAt) < LOOK_AGAIN_MS) return
    lookedAt = at
    const other = readIdentity()
    if (other.person && inside.visitor.session)
      inside.visitor = { person: other.person, session: "", seenAt: 0, ...other, consents }
  }
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== "cuelight") return
    const { analytics } = readIdentity().consents ?? {}
    if (!newValue || (analytics === "denied" && consents.analytics !== "denied")) {
      erase()
      for (const name in consents) delete consents[name]
      Object.assign(consents, newValue ? { analytics } : presumeConsent(options.consent))
    } else if (analytics === "granted" && !consents.analytics) decide({ analytics })
  })
}
