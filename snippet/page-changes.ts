import type { Surroundings } from "./detector"
import { atEnd } from "./ending"

/** A busy page is looked at this often: a look may ask the browser where things lie. */
const LOOK_AGAIN_MS = 1_000

/** Those who look. */
export const looks = new Set<() => void>()
let observer: MutationObserver | undefined
let isWaiting = false

function lookSoon(): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    for (const look of looks) look()
  }, LOOK_AGAIN_MS)
}

/** Looks when a visit begins and whenever the page changes. All who look share one observer. */
export function watchPage(look: () => void, { guard, onVisit }: Surroundings, signal: AbortSignal): void {
  const guarded = guard(look)
  observer ??= new MutationObserver(lookSoon)
  looks.add(guarded)
  observer.observe(document, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["class", "style", "hidden", "open"],
  })
  onVisit(lookSoon)
  atEnd(signal, () => {
    looks.delete(guarded)
    if (looks.size === 0) observer?.disconnect()
  })
}
