import type { CompiledMap } from "./compiled-map"
import { compareEntries, type Entry, listLogged } from "./entry"
import { Kept } from "./kept"
import { mergePeople } from "./merge-people"
import { findNextWake } from "./next-wake"
import { passTime } from "./pass-time"
import { hearFrom } from "./patience"
import { Person } from "./person"
import { processInstant } from "./process-instant"
import { Routes } from "./routes"
import { withLast } from "./small-list"

/** What an instant with several events, or someone to join, gathers. */
interface Gathering {
  at: number
  byPerson: Map<Person, Entry[]>
  merged: Set<Person>
}

/** An instant of one event. */
const alone: Entry[] = []

const BY_ITSELF: Gathering = { at: 0, byPerson: new Map(), merged: new Set() }

const NOT_KEPT = "The log is not the one that was surveyed: events are asked for that were not kept."

/** What a household must keep of its events. */
export interface Keeping {
  /** After they were folded: for late ones, and for people who are joined. */
  events: boolean
  /** The latest one unfolded: another of the same instant may still come. */
  instant: boolean
}

export const KEEP_ALL: Keeping = { events: true, instant: true }

/**
 * All people that share an id with one another at any time, and so can only be folded together: a person's anonymous
 * ids and user id, and the users of a shared browser. Most hold one person. Households never touch each other.
 */
export class Household extends Kept {
  people: Person[] = []
  /** To whom an id leads now; null as long as there is one person, to whom all do. */
  routes: Routes | null = null
  /** Events that are not processed yet, by (`at`, place): those of the latest instant may get company. */
  pending: Entry[] | null = null
  /** The latest event, and the latest instant that has been processed. */
  latestAt = Number.NEGATIVE_INFINITY
  closedAt = Number.NEGATIVE_INFINITY
  /** Set by a late event: all events, to be folded anew (rule: the only thing that sends the fold back). */
  loose: Entry[] | null = null
  /** Events came in another order than that of their times, so an id may be unknown when it is asked for. */
  isReordered = false

  constructor(
    readonly compiled: CompiledMap,
    readonly keeping = KEEP_ALL,
  ) {
    super()
  }

  push(entry: Entry): void {
    if (this.loose) this.loose.push(entry)
    else if (entry.at <= this.closedAt) this.loose = [...this.listEntries(), entry]
    else if (this.pending === null) this.pending = [entry]
    else if (entry.at >= this.latestAt) this.pending.push(entry)
    else {
      insertEntry(this.pending, entry)
      this.isReordered = true
    }
    if (entry.at > this.latestAt) this.latestAt = entry.at
  }

  /**
   * Takes the first so many events of a list and processes them, but for an instant that may still get more. The entries are
   * filled anew for other events after that: what waits is copied.
   */
  takeAll(entries: readonly Entry[], count: number): void {
    if (this.loose || !followsInOrder(entries, count, this.latestAt)) {
      for (let index = 0; index < count; index++) this.push({ ...(entries[index] as Entry) })
      this.fold()
      return
    }
    if (this.pending !== null) this.processPending(this.latestAt)
    // Nearly always one follows the other, and only the last may get company.
    const last = count - 1
    for (let index = 0; index <= last; index++) {
      const entry = entries[index] as Entry
      this.latestAt = entry.at
      const isAlone = index === last ? !this.keeping.instant : (entries[index + 1] as Entry).at > entry.at
      if (this.pending !== null) {
        this.pending.push({ ...entry })
        if (isAlone) this.processPending(entry.at)
      } else if (isAlone) {
        this.processAlone(entry)
        this.closedAt = entry.at
      } else this.pending = [{ ...entry }]
    }
  }

  /** Every event that it has been given, in no order. */
  listEntries(): Entry[] {
    if (this.loose) return this.loose
    if (!this.keeping.events) throw new Error(NOT_KEPT)
    return [...this.people.flatMap(({ log }) => listLogged(log, this.compiled)), ...(this.pending ?? [])]
  }

  /** Takes over another household that shares an id from an event at this instant on. */
  absorb(other: Household, at: number): void {
    for (const one of [this, other]) one.processPending(at - 1)
    if (this.loose || other.loose) {
      this.loose = [...this.listEntries(), ...other.listEntries()]
      this.clear()
    } else {
      this.routes = this.listRoutes()
      for (const [id, person] of other.listRoutes().list()) this.routes.set(id, person)
      this.people.push(...other.people)
      const pending = [...(this.pending ?? []), ...(other.pending ?? [])].sort(compareEntries)
      this.pending = pending.length > 0 ? pending : null
    }
    this.latestAt = Math.max(this.latestAt, other.latestAt)
    this.closedAt = Math.max(this.closedAt, other.closedAt)
    other.clear()
  }

  private clear(): void {
    this.people = []
    this.routes = null
    this.pending = null
    this.closedAt = Number.NEGATIVE_INFINITY
  }

  /** After late events: the same as if all had come in order. */
  settleOrder(): void {
    const entries = this.loose
    if (!entries) return
    this.loose = null
    this.isReordered = true
    this.clear()
    this.pending = entries.sort(compareEntries)
    this.fold()
  }

  /** Processes what has come, but for an instant that may still get more. */
  fold(): void {
    if (this.loose) return
    const latest = this.pending?.[this.pending.length - 1]
    if (latest) this.processPending(this.keeping.instant ? latest.at - 1 : latest.at)
  }

  /** Processes all that has come. Only for a copy, or at the very end. */
  close(): void {
    this.settleOrder()
    this.processPending(Number.POSITIVE_INFINITY)
  }

  /** The same, and lets time pass up to and at `now`. */
  advanceTo(now: number): void {
    this.close()
    for (const person of this.people) passTime(person, now)
  }

  /** The next instant after `now`, to which it has been advanced, at which time alone may change something. */
  nextWake(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const person of this.people) next = Math.min(next, findNextWake(person, now))
    return next
  }

  /** Processes the events up to and at an instant. */
  private processPending(until: number): void {
    const { pending } = this
    if (pending === null || this.loose) return
    let from = 0
    while (from < pending.length) {
      const at = pending[from]?.at ?? until
      if (at > until) break
      let to = from + 1
      while (to < pending.length && pending[to]?.at === at) to++
      if (to === from + 1) this.processAlone(pending[from] as Entry)
      else this.processInstant(at, pending.slice(from, to))
      this.closedAt = at
      from = to
    }
    if (from === pending.length) this.pending = null
    else if (from > 0) this.pending = pending.slice(from)
  }

  private processAlone(entry: Entry): void {
    alone[0] = entry
    BY_ITSELF.at = entry.at
    const owner = this.findOwner(entry, BY_ITSELF)
    this.processOwn(owner, entry.at, alone, BY_ITSELF.merged.delete(owner))
  }

  private processInstant(at: number, entries: readonly Entry[]): void {
    const instant: Gathering = { at, byPerson: new Map(), merged: new Set() }
    for (const entry of entries) {
      const owner = this.findOwner(entry, instant)
      const own = instant.byPerson.get(owner)
      if (own) own.push(entry)
      else instant.byPerson.set(owner, [entry])
    }
    for (const [person, own] of instant.byPerson) {
      this.processOwn(person, at, own.sort(compareEntries), instant.merged.has(person))
    }
  }

  private processOwn(person: Person, at: number, own: readonly Entry[], merged: boolean): void {
    if (person.wakeAt < at) passTime(person, at - 1)
    if (person.begunByTime > 0) hearFrom(person, at)
    processInstant(person, at, own, merged)
    if (!this.keeping.events) return
    for (let index = 0; index < own.length; index++) {
      const { event, place } = own[index] as Entry
      person.log = { event, place, before: person.log }
    }
  }

  /** Rule 4: whose event this is, and who is joined by it. */
  private findOwner(entry: Entry, instant: Gathering): Person {
    const { user } = entry
    // In order, an event without a user is of one whom the household knows.
    const only = this.people[0]
    if (user === undefined && only && !this.routes && !this.isReordered) return only
    const id = entry.event.person
    let owner = this.route(id)
    if (user === undefined) {
      if (owner) return owner
      owner = this.addPerson(entry)
    } else {
      const known = this.route(user)
      if (!owner) owner = known ?? this.addPerson(entry)
      else if (owner.user === null && known && known !== owner) owner = this.merge(owner, known, instant)
      else if (owner.user !== null && owner.user !== user) owner = known ?? this.addPerson(entry)
      // What falls due before this is decided under the name that the person has until now (rule 14).
      if (owner.user === null && owner.wakeAt < entry.at) passTime(owner, entry.at - 1)
      owner.user ??= user
    }
    // A user's own id never leads to another user, whatever a line says.
    if (owner.user === id || this.route(id)?.user !== id) this.lead(id, owner)
    if (user !== undefined) this.lead(user, owner)
    return owner
  }

  private route(id: string): Person | null {
    if (this.routes) return this.routes.get(id) ?? null
    const only = this.people[0]
    return only?.ids.includes(id) ? only : null
  }

  private listRoutes(): Routes {
    if (this.routes) return this.routes
    const routes = new Routes()
    for (const person of this.people) for (const id of person.ids) routes.set(id, person)
    return routes
  }

  private addPerson(entry: Entry): Person {
    const person = new Person(this.compiled)
    person.firstPlace = entry.place
    if (this.people.length > 0) this.routes = this.listRoutes()
    this.people = withLast(this.people, person)
    return person
  }

  private lead(id: string, person: Person): void {
    this.routes?.set(id, person)
    if (!person.ids.includes(id)) person.ids = withLast(person.ids, id)
  }

  private merge(one: Person, other: Person, { at, byPerson, merged }: Gathering): Person {
    if (!this.keeping.events) throw new Error(NOT_KEPT)
    for (const person of [one, other]) passTime(person, at - 1)
    const kept = mergePeople(one, other, at)
    const gone = kept === one ? other : one
    this.people = this.people.filter((person) => person !== gone)
    const routes = this.listRoutes()
    for (const [id, person] of routes.list()) if (person === gone) routes.set(id, kept)
    const own = [...(byPerson.get(kept) ?? []), ...(byPerson.get(gone) ?? [])]
    byPerson.delete(gone)
    if (own.length > 0) byPerson.set(kept, own)
    merged.delete(gone)
    merged.add(kept)
    return kept
  }
}

function followsInOrder(entries: readonly Entry[], count: number, after: number): boolean {
  if ((entries[0] as Entry).at <= after) return false
  for (let index = 1; index < count; index++)
    if ((entries[index] as Entry).at < (entries[index - 1] as Entry).at) return false
  return true
}

/** In its place by (`at`, place); it is nearly always near the end. */
function insertEntry(entries: Entry[], entry: Entry): void {
  let index = entries.length
  while (index > 0 && compareEntries(entries[index - 1] ?? entry, entry) > 0) index--
  entries.splice(index, 0, entry)
}
