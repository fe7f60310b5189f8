import { cleanUrl } from "./clean-url"
import type { Listen } from "./detector"
import { atEnd } from "./ending"

/** One look at one page. A page is a path: a changed query alone is the same page in another state. */
export interface Visit {
  /** ms UTC, from which on the page could be seen. */
  at: number
  url: string
  referrer: string
  /** `load`, `navigate` inside one document, or `restored` from the back/forward cache. */
  how: "load" | "navigate" | "restored"
}

/** How often the address is looked at where the browser has no Navigation API: nothing of the page is wrapped. */
const LOOK_EVERY_MS = 200

interface NavigationTarget extends EventTarget {
  currentEntry: unknown
}

/** A page of a single-page application that routes in the fragment is named by it; other fragments are places in one page. */
function pageOf(url: string): string {
  const { origin, pathname, hash } = new URL(url)
  return origin + pathname.replace(/\/$/, "") + (/^#!?\//.test(hash) ? hash.replace(/\?.*/, "") : "")
}

/**
 * Tells every visit: the first when the page is visible for the first time (never for a prerendered page or a
 * background tab), one for each change of path, one for each return from the back/forward cache.
 */
export function watchVisits(
  listener: (visit: Visit) => void,
  onAddress: () => void,
  listen: Listen,
  signal: AbortSignal,
): void {
  let page = ""
  let address = ""
  let begun = false

  const tell = (how: Visit["how"], referrer: string) => {
    address = location.href
    page = pageOf(address)
    listener({ at: Date.now(), url: cleanUrl(address), referrer: cleanUrl(referrer), how })
  }

  const look = () => {
    if (!begun || location.href === address) return
    const before = address
    if (pageOf(location.href) !== page) tell("navigate", before)
    else {
      address = location.href
      onAddress()
    }
  }

  const begin = () => {
    if (begun || document.visibilityState === "hidden" || isPrerendering()) return
    begun = true
    tell("load", document.referrer)
  }

  const { navigation } = globalThis as { navigation?: NavigationTarget }
  if (navigation?.currentEntry) listen("currententrychange", look, navigation)
  else {
    listen("popstate hashchange", look)
    const timer = setInterval(look, LOOK_EVERY_MS)
    atEnd(signal, () => clearInterval(timer))
  }
  listen(
    "pageshow",
    (event) => begun && (event as PageTransitionEvent).persisted && tell("restored", document.referrer),
  )
  listen("visibilitychange prerenderingchange", begin)
  begin()
}

/** Whether the browser has only made the page ready in case it is asked for. */
export function isPrerendering(): boolean {
  return (document as { prerendering?: boolean }).prerendering!
}
