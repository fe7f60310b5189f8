import type { TouchpointEvent } from "../event"
import type { CompiledMap } from "./compiled-map"
import type { Entry } from "./entry"
import type { Interest } from "./interest"
import { Kept } from "./kept"
import { isMachineOpen } from "./matcher"
import { ownValue } from "./path"
import { makeRoom } from "./small-list"
import { findZone, type Zone } from "./zone"

/** A decision about a channel or `marketing` (rule 20). */
export interface ConsentDecision {
  granted: boolean
  at: number
  place: number
  id: string
}

/**
 * Everything about a person that follows from the events alone, in the order of rule 1: what conditions ask.
 *
 * Nothing here is a decision, so at a merge the facts of the joined log are simply those of all its events (rule 5).
 */
export class Facts extends Kept {
  firstAt = Number.NaN
  firstId = ""
  lastActivityAt = Number.NEGATIVE_INFINITY
  lastActivityId = ""
  /** State of the conditions and triggers that count events, by their slot number. */
  slots: (Kept | string | undefined)[]
  traits: Map<string, unknown> | null = null
  /** The event that last set a trait. */
  traitIds: Map<string, string> | null = null
  /** The latest decision by channel id, or `marketing`. */
  consents: Map<string, ConsentDecision> | null = null
  /** Channels whose address bounced hard and has not got another value since, with the event. */
  bounced: Map<string, string> | null = null
  transactions: Set<string> | null = null
  zone: Zone | null = null
  /** The earliest deadline that the events of the present instant have set. */
  wakeAt = Number.POSITIVE_INFINITY

  constructor(slots: number) {
    super()
    this.slots = makeRoom(slots)
  }

  /**
   * Takes one event. Gives the kinds of change that others must react to.
   * The same `transaction_id` again is for the caller to keep away (rule 1).
   */
  take(entry: Entry, interest: Interest, compiled: CompiledMap): void {
    const { event, id, at } = entry
    if (Number.isNaN(this.firstAt)) {
      this.firstAt = at
      this.firstId = id
    }
    if (interest.activity && !(interest.evidence && isMachineOpen(event))) {
      this.lastActivityAt = at
      this.lastActivityId = id
      const wakeAt = at + compiled.shortestQuietMs
      if (wakeAt < this.wakeAt) this.wakeAt = wakeAt
    }
    for (const update of interest.updates) update(this, entry)
    switch (interest.role) {
      case "identify":
        this.takeTraits(event, compiled)
        break
      case "consent":
        this.takeConsent(entry, compiled)
        break
      case "unsubscribe":
        this.decide(ownValue(event.props, "channel"), false, entry, compiled)
        break
      case "bounce":
        this.takeBounce(event)
        break
    }
  }

  /** Whether this purchase has been seen (rule 1): remembers it. */
  isRepeatedPurchase(event: TouchpointEvent): boolean {
    if (event.name !== "purchase") return false
    const transaction = ownValue(event.props, "transaction_id")
    if ((typeof transaction !== "string" && typeof transaction !== "number") || transaction === "")
      return false
    const key = String(transaction)
    this.transactions ??= new Set()
    if (this.transactions.has(key)) return true
    this.transactions.add(key)
    return false
  }

  private takeTraits(event: TouchpointEvent, compiled: CompiledMap): void {
    if (!event.props) return
    this.traits ??= new Map()
    this.traitIds ??= new Map()
    const addresses = compiled.addressed.map(({ path }) => this.trait(path))
    for (const key of Object.keys(event.props)) {
      const value = event.props[key]
      if (value === null || value === undefined) this.traits.delete(key)
      else this.traits.set(key, value)
      this.traitIds.set(key, event.id)
    }
    for (const [index, { channel, path }] of compiled.addressed.entries()) {
      if (!isSame(addresses[index], this.trait(path))) this.bounced?.delete(channel)
    }
    if (Object.hasOwn(event.props, "timezone")) this.zone = findZone(this.traits.get("timezone"))
  }

  /** A trait by its dotted path; undefined where it is missing. */
  trait(path: readonly string[]): unknown {
    let value = path[0] === undefined ? undefined : this.traits?.get(path[0])
    for (let depth = 1; depth < path.length; depth++) value = readStep(value, path[depth] ?? "")
    return value ?? undefined
  }

  private takeConsent(entry: Entry, compiled: CompiledMap): void {
    for (const [key, value] of Object.entries(entry.event.props ?? {})) {
      if (value === "granted" || value === "denied") this.decide(key, value === "granted", entry, compiled)
    }
  }

  private decide(key: unknown, granted: boolean, entry: Entry, compiled: CompiledMap): void {
    if (typeof key !== "string" || (key !== "marketing" && !compiled.heard.has(key))) return
    this.consents ??= new Map()
    this.consents.set(key, { granted, at: entry.at, place: entry.place, id: entry.event.id })
  }

  private takeBounce(event: TouchpointEvent): void {
    const channel = ownValue(event.props, "channel")
    if (typeof channel !== "string" || ownValue(event.props, "bounce") === "soft") return
    this.bounced ??= new Map()
    this.bounced.set(channel, event.id)
  }
}

/** An array on the way stands for its elements. */
function readStep(value: unknown, key: string): unknown {
  if (!Array.isArray(value)) return ownValue(value, key)
  const found = value.map((element) => ownValue(element, key)).filter((inner) => inner !== undefined)
  return found.length > 0 ? found : undefined
}

export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false
  return JSON.stringify(one) === JSON.stringify(other)
}
