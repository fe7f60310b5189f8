import type { Journal } from "./journal"
import { readUnsent } from "./journal-upkeep"
import type { Sender } from "./sender"

const SEND_AFTER_MS = 1_000
const FIRST_RETRY_MS = 2_000
const LAST_RETRY_MS = 120_000
const LONGEST_WAIT_MS = 3_600_000

export interface Delivery {
  /** There is something new in the outbox. */
  sendSoon(): void
  /** Sends now; resolves when everything is acknowledged, or this attempt has failed. */
  flush(): Promise<void>
}

/**
 * Brings to the collector what this page and earlier ones have not brought: one sender among the tabs, smaller batches
 * where the collector wants them, later where it cannot, and as late as it says.
 */
export function startDelivery(
  { outbox, post }: Sender,
  journal: Journal,
  problem: (detail: string) => void,
): Delivery {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sending: Promise<void> | undefined
  let retryMs = FIRST_RETRY_MS
  let room: number | undefined

  /** False where there is nothing left to send. */
  async function postOne(): Promise<boolean> {
    // After a failure the shared quota may be the reason: a page that stays can do without it.
    const answer = await post(room, retryMs === FIRST_RETRY_MS || document.visibilityState === "hidden")
    if (!answer) return false
    const { response, size, count } = answer
    const { ok, status, headers } = response
    if (!ok) problem(`HTTP ${status}`)
    if (status === 413 && count > 1) {
      room = size / 2
      return true
    }
    if (status === 408 || status === 429 || status >= 500) {
      const after = headers.get("retry-after") ?? ""
      // Seconds or a date, and never so long that a typing error is for ever.
      const wait = Number(after) * 1_000 || Date.parse(after) - Date.now()
      if (wait > 0) retryMs = Math.min(LONGEST_WAIT_MS, Math.max(retryMs, wait))
      throw new Error(`HTTP ${status}`)
    }
    retryMs = FIRST_RETRY_MS
    room = undefined
    return true
  }

  async function postAll(): Promise<void> {
    // Another tab may have had its turn, and have sent what it found in the journal.
    const own = [...outbox.keys()]
    const unsent = await readUnsent(journal).catch(() => undefined)
    const ids = unsent && new Set(unsent.map(({ id }) => id))
    for (const id of own) if (ids?.has(id) === false) outbox.delete(id)
    while (await postOne());
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
  // What could not be brought when the page was left.
  document.addEventListener("visibilitychange", sendSoon)

  // What an earlier page could not deliver.
  readUnsent(journal).then((events) => {
    for (const event of events ?? []) outbox.set(event.id, event)
    sendSoon()
  }, problem)

  return {
    sendSoon,
    flush: async () => {
      await written()
      if (outbox.size > 0) await send()
      await written()
    },
  }
}
