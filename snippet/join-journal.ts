import type { TouchpointEvent } from "../shared/event"
import { sentName } from "./carried"
import { type Delivery, startDelivery } from "./delivery"
import { cookie, writeIdentity } from "./identity"
import type { Inside } from "./inside"
import { evict, readAll, recoverLate } from "./journal-upkeep"
import { findCookieDomain } from "./widen-cookie"

const EVICT_AFTER_MS = 3_000

/**
 * What becomes of events when they are stored: brought to the collector, told as history. From the moment on at which
 * something may be stored, and then also for what was stored before.
 */
export function joinJournal(inside: Inside): void {
  const { options, methods, memory, held, who, problem } = inside
  const { endpoint, site } = options
  const unreadable = (error: unknown) => problem("journal-unreadable", String(error))
  let delivery: Delivery | undefined
  let recovering: Promise<void> | undefined

  const begin = () => {
    const { journal } = inside
    if (recovering || !journal) return
    cookie.domain ??= findCookieDomain()
    writeIdentity(who())
    recovering = recoverLate(journal).catch(unreadable)
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
    delivery?.outbox.clear()
    try {
      sessionStorage.removeItem(sentName)
    } catch {}
  }
  if (inside.journal) for (const event of memory.values()) if (!held.has(event.id)) inside.stored(event)

  const { history } = methods
  methods.history = async (values) => {
    // This page may have told nothing yet, and an earlier one has left something.
    history?.(values)
    begin()
    await recovering
    const events = new Map<string, TouchpointEvent>()
    const stored = inside.journal && (await readAll(inside.journal).catch(() => []))
    for (const event of [...(stored ?? []), ...memory.values()]) events.set(event.id, event)
    return [...events.values()].sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  }

  const settle = methods.flush
  methods.flush = async (values) => {
    settle?.(values)
    await delivery?.flush()
  }
}
