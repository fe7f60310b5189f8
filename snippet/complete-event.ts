import { readArrival } from "./campaign"
import type { RecordedEvent } from "./detector"
import { scrub } from "./scrub"

/** Nobody's gesture is looked for behind these: pages tell them by themselves. */
const toldByPages = /^(page_|view_|message_|identify$|consent$)/
/** A gesture counts for this long. */
const GESTURE_COUNTS_MS = 2_000

/**
 * Adds what is the same for all events of this browser, and what the address of the page says of it. `openedAt` (ms UTC)
 * is since when the page's gestures were looked for.
 */
export function completeEvent(event: RecordedEvent, openedAt: number, address = event.page?.url): void {
  const { name, at, gesture, page } = event
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  // A link or a form of this site brought the visitor here: the gesture lies in the document before.
  const wasBrought =
    at - openedAt < GESTURE_COUNTS_MS &&
    arrival?.type === "navigate" &&
    !!page?.referrer?.startsWith(`${location.origin}/`)
  if (!gesture && (wasBrought || toldByPages.test(name))) delete event.gesture
  event.device = {
    type: matchMedia("(pointer: coarse)").matches ? "mobile" : "desktop",
    language: navigator.language,
  }
  const { campaign, ids } = address ? readArrival(address) : {}
  if (campaign) event.campaign = scrub(campaign)
  // Click ids of the address go with the view.
  if (ids && name === "page_view" && event.source === "page") Object.assign(event.props!, scrub(ids))
}
