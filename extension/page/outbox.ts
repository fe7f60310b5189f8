import type { BridgeMessage } from "../messages"

/**
 * Events on their way to the worker. Each stays here until the worker says it is written; the worker knows an event by
 * its id, so sending twice is harmless and sending is what we do whenever in doubt.
 */
export interface Outbox {
  addRecorded(event: unknown): void
  addFromSnippet(events: unknown[]): void
  /** Leaves behind what is waiting: the page may be about to go, and with it whoever waits for an answer. */
  flush(): void
  /** Ends it; what was not acknowledged is given back. */
  close(): { recorded: unknown[]; fromSnippet: unknown[] }
}

const BATCH_EVENTS = 200
const FIRST_RETRY_MS = 100
const LONGEST_RETRY_MS = 5_000
/** A page that produces more than this while the worker is away is broken; the oldest are kept, they began the story. */
const MOST_WAITING = 5_000

/** So many refusals in a row are no longer a worker that is just being started. */
const REFUSALS_WORTH_SAYING = 3

/**
 * `leave` takes what must not wait for an answer; `sayUnsaved` is told how many events are stuck, and 0 when they no longer
 * are.
 */
export function openOutbox(
  send: (message: BridgeMessage) => Promise<unknown>,
  leave: (message: BridgeMessage) => void,
  sayUnsaved: (count: number) => void = () => {},
): Outbox {
  let recorded: unknown[] = []
  let fromSnippet: unknown[] = []
  let sending = false
  let closed = false
  let retryMs = FIRST_RETRY_MS
  let refusals = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const waiting = () => recorded.length + fromSnippet.length

  const batch = (most = BATCH_EVENTS): Extract<BridgeMessage, { type: "events" }> => ({
    type: "events",
    recorded: recorded.slice(0, most),
    fromSnippet: fromSnippet.slice(0, most),
  })

  async function pump(): Promise<void> {
    clearTimeout(timer)
    if (sending || closed || !waiting()) return
    sending = true
    const message = batch()
    let acknowledged = false
    try {
      const answer = (await send(message)) as { acknowledged?: boolean } | undefined
      acknowledged = answer?.acknowledged === true
    } catch {
      // The worker died or the extension was updated: tried again below, and given up when the context is gone.
    }
    sending = false
    if (acknowledged) {
      recorded = recorded.slice(message.recorded.length)
      fromSnippet = fromSnippet.slice(message.fromSnippet.length)
      retryMs = FIRST_RETRY_MS
      if (refusals >= REFUSALS_WORTH_SAYING) sayUnsaved(0)
      refusals = 0
      void pump()
    } else if (!closed) {
      if (++refusals >= REFUSALS_WORTH_SAYING) sayUnsaved(waiting())
      timer = setTimeout(pump, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    }
  }

  return {
    addRecorded(event) {
      if (waiting() < MOST_WAITING) recorded.push(event)
      void pump()
    },
    addFromSnippet(events) {
      for (const event of events) if (waiting() < MOST_WAITING) fromSnippet.push(event)
      void pump()
    },
    flush() {
      // Even while an answer is awaited: it may never come to a page that is going, and doubles do no harm.
      if (!closed && waiting()) leave(batch(MOST_WAITING))
    },
    close() {
      closed = true
      clearTimeout(timer)
      return { recorded, fromSnippet }
    },
  }
}
