import { cleanUrl } from "./clean-url"
import type { RecordedEvent } from "./detector"
import { hearAgain } from "./ending"
import { createId } from "./identity"

/** What was done on a page before its recorder began, as whoever was there has kept it. */
export interface Earlier {
  /** ms UTC, from which on the page was there. */
  since: number
  /** In their order, each with the address of the page at that moment. */
  gestures: readonly { event: Event; address: string }[]
}

/**
 * Puts what comes from the time before a recorder in its order: gestures, and the pushes between them. `startedAt`: of the
 * recorder, ms UTC.
 */
export function putInTime(earlier: Earlier | undefined, startedAt: number) {
  const { since = startedAt, gestures = [] } = earlier ?? {}
  const here = location.href
  const passed = performance.now()
  const done = gestures.map(({ event, address }) => ({
    event,
    address,
    at: Math.floor(startedAt - Math.max(0, passed - event.timeStamp)),
  }))
  let waiting: { at: number; hand: () => void }[] | undefined = []
  let toldAt = startedAt

  return {
    /** Hands a push on in its turn. */
    take(at: number, hand: () => void): void {
      if (waiting) waiting.push({ at, hand })
      else hand()
    },
    /** Tells, once, those who hear the page by now until `signal`. */
    tell(signal: AbortSignal): void {
      toldAt = Date.now()
      const all = waiting ?? []
      waiting = undefined
      for (const { event, at } of done) all.push({ at, hand: () => hearAgain(event, at, signal) })
      for (const { hand } of all.sort((one, other) => one.at - other.at)) hand()
    },
    /** An event where and when it was: what the page has shown from the first, and what was done before it went on. */
    place(event: RecordedEvent): RecordedEvent {
      const { at, gesture, page } = event
      // Seen by looking at what is there.
      if (since < startedAt && !gesture && at >= startedAt && at <= toldAt)
        return { ...event, id: createId(since), at: since }
      const address = at < startedAt && done.findLast((one) => one.at <= at)?.address
      if (!address || address === here) return event
      const { title, referrer = "" } = page ?? {}
      const url = cleanUrl(address)
      // Of a page that has gone on nobody knows the title.
      return { ...event, page: { url, referrer, ...(title !== undefined && url === page?.url && { title }) } }
    },
  }
}
