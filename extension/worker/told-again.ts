import type { RecordedEvent } from "../messages"
import type { SiteRecord } from "./site-record"

/** A shop whose form leads to another page tells the cart add again there, in its data layer, within this. */
const TOLD_AGAIN_MS = 10_000

/**
 * Whether the page before has told this cart add already; `record.cartAt` is kept up to date. The recorder itself cannot
 * know: it stores nothing in the page, and each page has a new one.
 */
export function isToldAgain(event: RecordedEvent, record: SiteRecord): boolean {
  if (event.name !== "add_to_cart") return false
  const { cartAt } = record
  if (/form|button/.test(event.source)) record.cartAt = event.at
  else if (event.source === "data-layer" && !event.gesture && cartAt !== undefined)
    return event.at >= cartAt && event.at - cartAt < TOLD_AGAIN_MS
  return false
}
