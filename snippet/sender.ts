import type { TouchpointEvent } from "../shared/event"
import type { Journal } from "./journal"
import { toJson } from "./plain-copy"
import { toSegmentMessage } from "./segment-message"

const SEND_AFTER_MS = 1_000
/** All keepalive requests of a page, those of other scripts too, share 64 KiB. */
const MOST_CHARACTERS = 30_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 120_000
const LONGEST_WAIT_MS = 3_600_000

export interface Sender {
  add(event: TouchpointEvent): void
  /** Sends now; resolves when everything is acknowledged, or this attempt has failed. */
  flush(): Promise<void>
  /** What is not yet on its way will not be sent. */
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
  const underWay = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let retryMs = FIRST_RETRY_MS
  let room = MOST_CHARACTERS

  /** One batch, synchronously on its way. False where there is nothing left to send. */
  async function post(): Promise<boolean> {
    const batch: string[] = []
    const ids: string[] = []
    let left = room
    for (const [id, event] of [...outbox].sort(([one], [other]) => (one < other ? -1 : 1))) {
      if (underWay.has(id)) continue
      const message = toJson(toSegmentMessage(event))
      left -= message.length
      if (left < 0 && ids.length > 0) break
      ids.push(id)
      batch.push(message)
    }
    if (ids.length === 0) return false
    for (const id of ids) underWay.add(id)
    try {
      const body = `{"batch":[${batch}],"sentAt":"${new Date().toISOString()}","writeKey":${JSON.stringify(site ?? "")}}`
      // After a failure the shared quota may be the reason: a page that stays can do without it.
      const keepalive = retryMs === FIRST_RETRY_MS || document.visibilityState === "hidden"
      const response = await fetch(endpoint, { method: "POST", body, keepalive, credentials: "omit" })
      // A body that is not read keeps its share of the 64 KiB.
      await response.text()
      const { ok, status, headers } = response
      if (!ok) problem(`HTTP ${status}`)
      if (status === 413 && ids.length > 1) {
        room = body.length / 2
        return true
      }
      if (status === 408 || status === 429 || status >= 500) {
        const after = headers.get("retry-after") ?? ""
        // Seconds or a date, and never so long that a typing error is for ever.
        const wait = Number(after) * 1_000 || Date.parse(after) - Date.now()
        if (wait > 0) retryMs = Math.min(LONGEST_WAIT_MS, Math.max(retryMs, wait))
        throw new Error(`HTTP ${status}`)
      }
      // What the collector calls wrong will be wrong again: it stays in the history, and is not sent twice.
      for (const id of ids) outbox.delete(id)
      journal.markSent(ids)
      retryMs = FIRST_RETRY_MS
      room = MOST_CHARACTERS
      return true
    } finally {
      for (const id of ids) underWay.delete(id)
    }
  }

  async function postAll(): Promise<void> {
    // Another tab may have had its turn, and have sent what it found in the journal.
    const own = [...outbox.keys()]
    const unsent = await journal.readUnsent().catch(() => undefined)
    const ids = unsent && new Set(unsent.map(({ id }) => id))
    for (const id of own) if (ids?.has(id) === false) outbox.delete(id)
    while (await post());
    await journal.written()
  }

  function send(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (navigator.onLine === false) return Promise.resolve()
    // One sender among the tabs; frames without an origin have no locks, and no neighbours either.
    sending ??= (navigator.locks?.request("cuelight", postAll) ?? postAll())
      .catch((error) => (error.name === "SecurityError" ? postAll() : Promise.reject(error)))
      .catch((error) => {
        problem(String(error))
        timer = setTimeout(send, retryMs * (1 + Math.random() / 2))
        retryMs = Math.min(LAST_RETRY_MS, retryMs * 2)
      })
      .finally(() => {
        sending = undefined
      })
    return sending
  }

  const sendSoon = () => {
    timer ??= setTimeout(send, SEND_AFTER_MS)
  }
  // The page may be going: nothing is awaited before the request is on its way.
  const sendNow = () => {
    if (document.visibilityState === "hidden") post().catch(sendSoon)
  }
  addEventListener("pagehide", sendNow)
  document.addEventListener("visibilitychange", sendNow)
  addEventListener("online", () => outbox.size > 0 && send())

  // What an earlier page could not deliver.
  journal.readUnsent().then((events) => {
    for (const event of events ?? []) outbox.set(event.id, event)
    if (outbox.size > 0) sendSoon()
  }, problem)

  return {
    add(event) {
      outbox.set(event.id, event)
      sendSoon()
    },
    flush: () => (outbox.size > 0 ? send() : Promise.resolve()),
    forget: () => outbox.clear(),
  }
}
