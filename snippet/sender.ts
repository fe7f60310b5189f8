import type { TouchpointEvent } from "../shared/event"
import type { Journal } from "./journal"
import { toSegmentMessage } from "./segment-message"

const SEND_AFTER_MS = 1_000
const MOST_IN_BATCH = 50
/** Keepalive requests of a page share 64 KiB with all other scripts of it. */
const MOST_CHARACTERS = 30_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 120_000

export interface Sender {
  add(event: TouchpointEvent): void
  /** Sends now, and resolves when all that is known is acknowledged or the collector refuses. */
  flush(): Promise<void>
  forget(): void
}

/**
 * Batches for a Segment-compatible collector. `text/plain`, so that no preflight stands in the way at unload. An event
 * leaves the outbox when the collector has acknowledged it, and not before: ids let the collector remove doubles.
 */
export function startSender(
  endpoint: string,
  site: string | undefined,
  journal: Journal,
  problem: (detail: string) => void,
): Sender {
  const outbox = new Map<string, TouchpointEvent>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let retryAfterMs = FIRST_RETRY_MS

  function takeBatch(): { ids: string[]; body: string } {
    const ids: string[] = []
    const batch: unknown[] = []
    let characters = 0
    for (const [id, event] of outbox) {
      const message = toSegmentMessage(event)
      characters += JSON.stringify(message).length
      if (ids.length > 0 && (characters > MOST_CHARACTERS || ids.length >= MOST_IN_BATCH)) break
      ids.push(id)
      batch.push(message)
    }
    return {
      ids,
      body: JSON.stringify({ batch, sentAt: new Date().toISOString(), ...(site && { writeKey: site }) }),
    }
  }

  async function sendAll(): Promise<void> {
    while (outbox.size > 0) {
      const { ids, body } = takeBatch()
      const response = await fetch(endpoint, { method: "POST", body, keepalive: true, credentials: "omit" })
      // A body that is not read keeps its share of the keepalive quota.
      await response.text().catch(() => {})
      const { status } = response
      if (!response.ok && (status === 429 || status >= 500)) throw new Error(`HTTP ${status}`)
      // What the collector calls wrong will be wrong again; it stays in the history.
      if (!response.ok) problem(`HTTP ${status}`)
      for (const id of ids) outbox.delete(id)
      journal.markSent(ids)
    }
    retryAfterMs = FIRST_RETRY_MS
  }

  function send(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const run = () => sendAll()
    // One sender among the tabs.
    sending ??= Promise.resolve(navigator.locks ? navigator.locks.request("cuelight-sender", run) : run())
      .catch((error) => {
        problem(String(error))
        timer ??= setTimeout(send, retryAfterMs * (0.5 + Math.random()))
        retryAfterMs = Math.min(LAST_RETRY_MS, retryAfterMs * 2)
      })
      .finally(() => {
        sending = undefined
      })
    return sending
  }

  /** The page may be going: nothing is awaited, and nothing is taken for acknowledged. */
  function sendLast(): void {
    if (document.visibilityState !== "hidden" || outbox.size === 0) return
    const { body } = takeBatch()
    if (!navigator.sendBeacon?.(endpoint, body)) void send()
  }
  addEventListener("pagehide", sendLast)
  document.addEventListener("visibilitychange", sendLast)
  addEventListener("online", () => void send())

  // What an earlier page could not deliver.
  void journal.readUnsent().then((events) => {
    for (const event of events) outbox.set(event.id, event)
    if (outbox.size > 0) timer ??= setTimeout(send, SEND_AFTER_MS)
  })

  return {
    add(event) {
      outbox.set(event.id, event)
      timer ??= setTimeout(send, SEND_AFTER_MS)
    },
    flush: () => (outbox.size > 0 ? send() : Promise.resolve()),
    forget() {
      outbox.clear()
    },
  }
}
