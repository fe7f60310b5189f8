import type { TouchpointEvent } from "../shared/event"
import { sentName } from "./carried"
import { type Delivery, startDelivery } from "./delivery"
import { cookie, writeIdentity } from "./identity"
import type { Inside } from "./inside"
import type { LoadFile } from "./join-files"
import { evict, read, readAll, recoverLate } from "./journal-upkeep"
import { findCookieDomain } from "./widen-cookie"

const EVICT_AFTER_MS = 3_000
/** What reads notes is waited for no longer. */
const READ_WITHIN_MS = 2_000

/** Ends with `work`, and where that takes long, before. */
export function soonEnough(work: Promise<unknown> | undefined): Promise<unknown> {
  return Promise.race([work, new Promise((done) => setTimeout(done, READ_WITHIN_MS))])
}

/**
 * What becomes of events when they are stored: brought to the collector, told as history. From the moment on at which
 * something may be stored, and then also for what was stored before. The promise: what earlier pages have noted is told.
 */
export function joinJournal(inside: Inside, load: LoadFile | undefined): Promise<unknown> | undefined {
  const { options, methods, memory, problem } = inside
  const { endpoint, site } = options
  const unreadable = (error: unknown) => problem("journal-unreadable", String(error))
  let delivery: Delivery | undefined
  let recovering: Promise<unknown> | undefined

  const begin = () => {
    const journal = inside.open()
    if (recovering || !journal) return
    cookie.domain ??= findCookieDomain()
    writeIdentity(inside.visitor)
    inside.readNotes = () => read(journal, "unsent", 2)
    const readEarlier = async () => {
      await recoverLate(journal)
      if (!(await inside.readNotes!())?.some(({ note }) => note!.load !== inside.load)) return
      await load?.("notes")
      await inside.readEarlier?.()
    }
    recovering = soonEnough(readEarlier().catch(unreadable))
    const dropped = (count: number) => problem("events-dropped", `${count} that no collector took`)
    setTimeout(() => void evict(journal, dropped).catch(unreadable), EVICT_AFTER_MS)
    if (endpoint)
      delivery = startDelivery(endpoint, site, journal, (detail) => problem("endpoint-refused", detail))
  }

  inside.stored = (event) => {
    begin()
    delivery?.outbox.set(event.id, event)
    delivery?.sendSoon()
  }
  inside.erased = () => {
    inside.erasures++
    delivery?.outbox.clear()
    try {
      sessionStorage.removeItem(sentName)
    } catch {}
  }
  const { history } = methods
  methods.history = async (values) => {
    // This page may have told nothing yet, and an earlier one has left something.
    history?.(values)
    begin()
    await recovering
    await inside.reading
    const events = new Map<string, TouchpointEvent>()
    const stored = inside.journal && (await readAll(inside.journal).catch(() => []))
    for (const event of stored ?? []) events.set(event.id, event)
    for (const { event } of memory.values()) events.set(event.id, event)
    return [...events.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  }

  methods.flush = async () => {
    inside.settle?.()
    await recovering
    await inside.reading
    await delivery?.flush()
  }

  // Before this page tells anything, what those before it have told. A page that nobody sees yet gets no locks.
  if (!(document as { prerendering?: boolean }).prerendering) begin()
  return recovering
}
