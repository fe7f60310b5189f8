import type { TouchpointEvent } from "../../shared/event"

/** 2026-01-05, a Monday. */
const START = Date.UTC(2026, 0, 5)
/** A million events in 30 days. */
const MS_PER_EVENT = 2_592
const HOUR = 3_600_000

export interface ShopLogOptions {
  events: number
  people: number
  /** How much more than browsing happens: 1 is a shop, 8 a log of little else than carts, orders and messages. */
  density?: number
  seed?: number
}

/** The instant after all events of a log of this many, with the timers of its last day. */
export function endOfShopLog(events: number): number {
  return START + events * MS_PER_EVENT + 24 * HOUR
}

interface Visit {
  person: number
  left: number
}

/** The same numbers for the same seed (mulberry32), each in [0, 1). */
function startChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * The log of a shop, event by event, ordered, generated while it is read: visits of some ten events by people taken at
 * random, a part of whom sign in, and the mail that the shop's systems send for some carts and orders. Each event is an
 * object of its own, as a parser would make it.
 */
export function* generateShopLog(options: ShopLogOptions): Generator<TouchpointEvent, void, undefined> {
  for (const event of generateNeeded(options, () => true)) if (typeof event !== "number") yield event
}

/**
 * The same log; events whose places (from 0) are not needed are passed over unmade, as a reader passes over lines: how
 * many followed one another.
 */
export function* generateNeeded(
  { events, people, density = 1, seed = 7 }: ShopLogOptions,
  needs: (place: number) => boolean,
): Generator<TouchpointEvent | number, void, undefined> {
  const chance = startChance(seed)
  const visits: Visit[] = []
  const visitors = Math.max(1, Math.min(500, people >> 2))
  const mail: { at: number; event: Omit<TouchpointEvent, "id" | "at"> }[] = []
  let mailed = 0
  let transactions = 0
  let skipped = 0
  for (let index = 0; index < events; index++) {
    const at = START + index * MS_PER_EVENT
    const needed = needs(index)
    if (!needed) skipped++
    else if (skipped > 0) {
      yield skipped
      skipped = 0
    }
    const due = mail[mailed]
    if (due && due.at <= at) {
      mailed++
      if (mailed > 4_096) {
        mail.splice(0, mailed)
        mailed = 0
      }
      if (needed) yield { id: nameEvent(index), at, ...due.event }
      continue
    }
    const place = Math.floor(chance() * visitors)
    let visit = visits[place]
    if (!visit || visit.left === 0) {
      visit = { person: Math.floor(chance() * people), left: 4 + Math.floor(chance() * 12) }
      visits[place] = visit
    }
    visit.left--
    const item = 1 + Math.floor(chance() * 500)
    const what = chance() / density
    if (!needed && what >= 0.032) {
      // What it would have been is drawn all the same, so that the rest is.
      if (what >= 0.05 && chance() >= 0.25) chance()
      else if (what >= 0.032 && what < 0.04) visit.left++
      continue
    }
    const id = nameEvent(index)
    const person = `visitor-${visit.person}`
    const event = { id, at, person, source: "data-layer" }
    if (what < 0.004) {
      const value = item * 90
      const transaction_id = `t-${++transactions}`
      if (needed) yield { ...event, name: "purchase", props: { transaction_id, value, currency: "RUB" } }
      mail.push({
        at: at + 60_000,
        event: message(person, "sent", { template: "order-1", provider_id: `m-${id}` }),
      })
    } else if (what < 0.012) {
      if (needed) yield { ...event, name: "begin_checkout", props: { value: item * 90, currency: "RUB" } }
    } else if (what < 0.032) {
      const items = [{ item_id: `sku-${item}`, price: item * 90 }]
      if (needed) yield { ...event, name: "add_to_cart", props: { items, value: item * 90, currency: "RUB" } }
      if (chance() < 0.5) {
        const names = { campaign: "cart-1", provider_id: `m-${id}` }
        mail.push({ at: at + HOUR + 60_000, event: message(person, "sent", names) })
        if (chance() < 0.4) mail.push({ at: at + HOUR + 90_000, event: message(person, "opened", names) })
      }
    } else if (what < 0.04) {
      const props = {
        email: `p${visit.person}@example.com`,
        phone: `+7${visit.person}`,
        birthday: `19${60 + (item % 40)}-0${1 + (item % 9)}-1${item % 10}`,
      }
      yield { ...event, name: "identify", user: `user-${visit.person}`, props }
      visit.left++
    } else if (what < 0.046) {
      yield { ...event, name: "consent", props: { email: "granted", sms: item % 3 ? "granted" : "denied" } }
    } else if (what < 0.05) {
      yield {
        ...event,
        name: "add_to_wishlist",
        props: { items: [{ item_id: `sku-${item}`, price: item * 90 }] },
      }
    } else if (chance() < 0.25) {
      yield { ...event, name: "view_item", props: { items: [{ item_id: `sku-${item}`, price: item * 90 }] } }
    } else if (chance() < 0.06) {
      yield { ...event, name: "search", props: { search_term: "shoes", results: item % 7 } }
    } else {
      const url = `https://shop.example/${item % 50 === 0 ? "sale" : `catalog/${item}`}`
      yield { ...event, name: "page_view", page: { url, title: "A page of the shop" } }
    }
  }
  if (skipped > 0) yield skipped
}

function nameEvent(index: number): string {
  return `${(index + 0x10000000).toString(16)}-${((index * 2654435761) >>> 0).toString(16)}`
}

function message(
  person: string,
  kind: "sent" | "opened",
  props: Record<string, string>,
): Omit<TouchpointEvent, "id" | "at"> {
  return { name: `message_${kind}`, person, source: "esp", props: { channel: "email", ...props } }
}
