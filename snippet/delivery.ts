import type { TouchpointEvent } from "../shared/event"
import type { Journal } from "./journal"
import { readUnsent } from "./journal-upkeep"
import { toJson } from "./plain-copy"
import { toSegmentMessage } from "./segment-message"

/** All keepalive requests of a page, those of other scripts too, share 64 KiB. */
const MOST_CHARACTERS = 30_000
const SEND_AFTER_MS = 1_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 120_000
const LONGEST_WAIT_MS = 3_600_000

export interface Delivery {
  /** What no collector has acknowledged, by id. */
  outbox: Map<string, TouchpointEvent>
  /** There is something new in the outbox. */
  sendSoon(): void
  /** Sends now; resolves when everything is acknowledged, or this attempt has failed. */
  flush(): Promise<void>
}

/**
 * Brings to a Segment-compatible collector what this page and earlier ones have not brought: one sender among the tabs,
 * smaller batches where the collector wants them, later where it cannot, and as late as it says. `text/plain`, so that no
 * preflight stands in the way at unload. An event leaves the outbox when the collector has acknowledged it, and not
 * before: ids let the collector remove doubles.
 */
export function startDelivery(
  endpoint: string,
  site: string | undefined,
  journal: Journal,
  problem: (detail: string) => void,
): Delivery {
  const outbox: Delivery["outbox"] = new Map()
  const underWay = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let retryMs = FIRST_RETRY_MS
  let room = MOST_CHARACTERS

  const isHidden = () => document.visibilityState === "hidden"

  /**
   * One batch, synchronously on its way; false where there is nothing left to send. What the collector has taken, or will
   * never take, leaves the outbox. Rejects where it cannot be reached, or asks for patience.
   */
  async function post(): Promise<boolean> {
    const batch: string[] = []
    const events: TouchpointEvent[] = []
    let left = room
    // As texts they begin with their ids, which begin with their times.
    for (const [id, event] of [...outbox].sort()) {
      if (underWay.has(id)) continue
      const message = toJson(toSegmentMessage(event))
      left -= message.length
      if (left < 0 && batch[0]) break
      underWay.add(id)
      events.push(event)
      batch.push(message)
    }
    if (!batch[0]) return false
    try {
      const body = `{"batch":[${batch}],"sentAt":"${new Date().toISOString()}","writeKey":${toJson(site ?? "")}}`
      // After a failure the shared quota may be the reason: a page that stays can do without it.
      const keepalive = retryMs === FIRST_RETRY_MS || isHidden()
      const response = await fetch(endpoint, { method: "POST", body, keepalive, credentials: "omit" })
      // A body that is not read keeps its share of the 64 KiB.
      await response.text()
      const { ok, status, headers } = response
      if (!ok) problem(`HTTP ${status}`)
      if (status === 413 && batch[1]) {
        room = body.length / 2
        return true
      }
      if (status > 499 || status === 408 || status === 429) {
        const after = headers.get("retry-after") ?? ""
        // Seconds or a date, and never so long that a typing error is for ever.
        const wait = Number(after) * 1_000 || Date.parse(after) - Date.now()
        if (wait > 0) retryMs = Math.min(LONGEST_WAIT_MS, Math.max(retryMs, wait))
        throw new Error(`HTTP ${status}`)
      }
      // What the collector calls wrong will be wrong again: it stays in the history, and is not sent twice.
      for (const event of events) if (outbox.delete(event.id)) journal.put(event, false)
      retryMs = FIRST_RETRY_MS
      room = MOST_CHARACTERS
      return true
    } finally {
      for (const { id } of events) underWay.delete(id)
    }
  }

  async function postAll(): Promise<void> {
    // Another tab may have had its turn, and have sent what it found in the journal.
    const own = [...outbox.keys()]
    const unsent = await readUnsent(journal).catch(() => undefined)
    const ids = unsent && new Set(unsent.map(({ id }) => id))
    for (const id of own) if (ids?.has(id) === false) outbox.delete(id)
    while (await post());
    await written()
  }

  /** Transactions end in their order. */
  const written = () => journal.run((store) => store.count()).catch(() => {})

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
    if (outbox.size > 0) timer ??= setTimeout(send, SEND_AFTER_MS)
  }
  addEventListener("online", () => outbox.size > 0 && send())
  // The page may be going: nothing is awaited before the request is on its way. What it could not bring comes later.
  const leave = () => {
    if (isHidden()) post().catch(() => {})
    sendSoon()
  }
  addEventListener("pagehide", leave)
  document.addEventListener("visibilitychange", leave)

  // What an earlier page could not deliver.
  readUnsent(journal).then((events) => {
    for (const event of events ?? []) outbox.set(event.id, event)
    sendSoon()
  }, problem)

  return {
    outbox,
    sendSoon,
    flush: async () => {
      await written()
      if (outbox.size > 0) await send()
      await written()
    },
  }
}
