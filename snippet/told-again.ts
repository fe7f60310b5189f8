import type { RecordedEvent } from "./detector"

/** A shop that is sent a form tells its data layer of it on the next page. */
const TOLD_AGAIN_MS = 10_000

/** Whether the page before has told this already: `cartAt` is when a cart was filled last, `openedAt` when this page began (ms UTC). */
export function isToldAgain(
  { name, source, at, gesture }: RecordedEvent,
  openedAt: number,
  cartAt: number | undefined,
): boolean {
  return (
    name === "add_to_cart" &&
    source === "data-layer" &&
    !gesture &&
    cartAt! < openedAt &&
    at - cartAt! < TOLD_AGAIN_MS
  )
}
