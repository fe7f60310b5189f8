import type { TouchpointEvent } from "../shared/event"
import type { Journal } from "./journal"
import { toJson } from "./plain-copy"
import { toSegmentMessage } from "./segment-message"

/** All keepalive requests of a page, those of other scripts too, share 64 KiB. */
export const MOST_CHARACTERS = 30_000

export interface Answer {
  response: Response
  /** Characters of the request, and events in it. */
  size: number
  count: number
}

export interface Sender {
  /** What no collector has acknowledged, by id. */
  outbox: Map<string, TouchpointEvent>
  /**
   * One batch, synchronously on its way; `undefined` where there is nothing left to send. What the collector has taken,
   * or will never take, leaves the outbox. Rejects where it cannot be reached.
   */
  post(room?: number, keepalive?: boolean): Promise<Answer | undefined>
}

/**
 * Batches for a Segment-compatible collector. `text/plain`, so that no preflight stands in the way at unload. An event
 * leaves the outbox when the collector has acknowledged it, and not before: ids let the collector remove doubles. Here is
 * what a page that goes must do; all else of delivery (`delivery.ts`) comes later.
 */
export function startSender(endpoint: string, site: string | undefined, journal: Journal): Sender {
  const outbox: Sender["outbox"] = new Map()
  const underWay = new Set<string>()

  const post: Sender["post"] = async (room = MOST_CHARACTERS, keepalive = true) => {
    const batch: string[] = []
    const events: TouchpointEvent[] = []
    // As texts they begin with their ids, which begin with their times.
    for (const [id, event] of [...outbox].sort()) {
      if (underWay.has(id)) continue
      const message = toJson(toSegmentMessage(event))
      room -= message.length
      if (room < 0 && batch[0]) break
      underWay.add(id)
      events.push(event)
      batch.push(message)
    }
    if (!batch[0]) return
    try {
      const body = `{"batch":[${batch}],"sentAt":"${new Date().toISOString()}","writeKey":${toJson(site ?? "")}}`
      const response = await fetch(endpoint, { method: "POST", body, keepalive, credentials: "omit" })
      // A body that is not read keeps its share of the 64 KiB.
      await response.text()
      const { status } = response
      // What the collector calls wrong will be wrong again: it stays in the history, and is not sent twice.
      if (status < 500 && !/408|429/.test(`${status}`) && !(status === 413 && batch[1]))
        for (const event of events) if (outbox.delete(event.id)) journal.put(event, false)
      return { response, size: body.length, count: batch.length }
    } finally {
      for (const { id } of events) underWay.delete(id)
    }
  }

  // The page may be going: nothing is awaited before the request is on its way.
  const postNow = () => {
    if (document.visibilityState === "hidden") post().catch(() => {})
  }
  addEventListener("pagehide", postNow)
  document.addEventListener("visibilitychange", postNow)
  return { outbox, post }
}
