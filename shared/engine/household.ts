import type { CompiledMap } from "./compiled-map"
import { compareEntries, type Entry } from "./entry"
import { Kept } from "./kept"
import { mergePeople } from "./merge-people"
import { Person } from "./person"
import { findNextWake, processInstant } from "./process-instant"
import { Routes } from "./routes"
import { withLast } from "./small-list"

/** What an instant with several events, or someone to join, gathers. */
interface Gathering {
  at: number
  byPerson: Map<Person, Entry[]>
  merged: Set<Person>
}

const NOBODY: Gathering = { at: 0, byPerson: new Map(), merged: new Set() }

const NOT_KEPT = "The log is not the one that was surveyed: events are asked for that were not kept."

/**
 * All people that share an id with one another at any time, and so can only be folded together: a person's anonymous
 * ids and user id, and the users of a shared browser. Most hold one person. Households never touch each other.
 */
export class Household extends Kept {
  people: Person[] = []
  /** To whom an id leads now. */
  routes = new Routes()
  /** The events of the latest instant, which may still get more: processed when a later one begins. */
  latest: Entry[] = []
  /** Set by a late event: all events, to be folded anew (rule: the only thing that sends the fold back). */
  loose: Entry[] | null = null

  constructor(
    readonly compiled: CompiledMap,
    /** Whether events are kept after they were folded: for late ones, and for people who are joined. */
    readonly keepsEvents = true,
  ) {
    super()
  }

  push(entry: Entry): void {
    if (this.loose) {
      this.loose.push(entry)
      return
    }
    const latestAt = this.latest[0]?.at
    if (latestAt === undefined || entry.at === latestAt) this.latest.push(entry)
    else if (entry.at > latestAt) {
      this.processLatest()
      this.latest = [entry]
    } else this.loose = [...this.listEntries(), entry]
  }

  /** Every event that it has been given, in no order. */
  listEntries(): Entry[] {
    if (!this.keepsEvents && !this.loose) throw new Error(NOT_KEPT)
    return this.loose ?? [...this.people.flatMap(({ log }) => log ?? []), ...this.latest]
  }

  /** Takes over another household that shares an id from this event on. */
  absorb(other: Household): void {
    const bothLatest = [...this.latest, ...other.latest]
    if (this.loose || other.loose || isSplit(this.latest, other.latest)) {
      this.loose = [...this.listEntries(), ...other.listEntries()]
      this.people = []
      this.routes = new Routes()
      this.latest = []
      return
    }
    this.people.push(...other.people)
    for (const [id, person] of other.routes.list()) this.routes.set(id, person)
    this.latest = bothLatest.sort(compareEntries)
  }

  /** Brings the events before an instant to an end, so that households can be joined at it. */
  closeBefore(at: number): void {
    const latestAt = this.latest[0]?.at
    if (this.loose || latestAt === undefined || latestAt >= at) return
    this.processLatest()
    this.latest = []
  }

  /** After late events: the same as if all had come in order. */
  settleOrder(): void {
    const entries = this.loose
    if (!entries) return
    this.loose = null
    this.people = []
    this.routes = new Routes()
    this.latest = []
    for (const entry of entries.sort(compareEntries)) this.push(entry)
  }

  /** Processes all that has come, and the timers up to and at `now`. Only for a copy, or at the very end. */
  advanceTo(now: number): void {
    this.settleOrder()
    if (this.latest.length > 0) this.processLatest()
    this.latest = []
    for (const person of this.people) runTimers(person, now)
  }

  /** The next instant after `now`, to which it has been advanced, at which time alone may change something. */
  nextWake(now: number): number {
    let next = Number.POSITIVE_INFINITY
    for (const person of this.people) next = Math.min(next, findNextWake(person, now))
    return next
  }

  private processLatest(): void {
    const entries = this.latest
    const [first] = entries
    if (!first) return
    const { at } = first
    // Nearly every instant has one event, and no one to join.
    if (entries.length === 1 && first.event.user === undefined) {
      this.processOwn(this.findOwner(first, NOBODY), at, entries, false)
      return
    }
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

  private processOwn(person: Person, at: number, own: Entry[], merged: boolean): void {
    if (person.wakeAt < at) runTimers(person, at - 1)
    processInstant(person, at, own, merged)
    if (!this.keepsEvents) return
    if (person.log === null) person.log = [...own]
    else for (const entry of own) person.log.push(entry)
  }

  /** Rule 4: whose event this is, and who is joined by it. */
  private findOwner(entry: Entry, instant: Gathering): Person {
    const { person: id, user } = entry.event
    let owner = this.routes.get(id) ?? null
    if (user === undefined) {
      if (owner) return owner
      owner = this.addPerson(entry)
    } else {
      const known = this.routes.get(user) ?? null
      if (!owner) owner = known ?? this.addPerson(entry)
      else if (owner.user === null && known && known !== owner) owner = this.merge(owner, known, instant)
      else if (owner.user !== null && owner.user !== user) owner = known ?? this.addPerson(entry)
      owner.user ??= user
    }
    // A user's own id never leads to another user, whatever a line says.
    if (owner.user === id || this.routes.get(id)?.user !== id) this.lead(id, owner)
    if (user !== undefined) this.lead(user, owner)
    return owner
  }

  private addPerson(entry: Entry): Person {
    const person = new Person(this.compiled)
    person.firstPlace = entry.place
    this.people = withLast(this.people, person)
    return person
  }

  private lead(id: string, person: Person): void {
    this.routes.set(id, person)
    if (!person.ids.includes(id)) person.ids = withLast(person.ids, id)
  }

  private merge(one: Person, other: Person, { at, byPerson, merged }: Gathering): Person {
    if (!this.keepsEvents) throw new Error(NOT_KEPT)
    for (const person of [one, other]) runTimers(person, at - 1)
    const kept = mergePeople(one, other, at)
    const gone = kept === one ? other : one
    this.people = this.people.filter((person) => person !== gone)
    for (const [id, person] of this.routes.list()) if (person === gone) this.routes.set(id, kept)
    const own = [...(byPerson.get(kept) ?? []), ...(byPerson.get(gone) ?? [])]
    byPerson.delete(gone)
    if (own.length > 0) byPerson.set(kept, own)
    merged.delete(gone)
    merged.add(kept)
    return kept
  }
}

function isSplit(one: Entry[], other: Entry[]): boolean {
  const [first] = one
  const [second] = other
  return first !== undefined && second !== undefined && first.at !== second.at
}

/** Lets time pass for a person, up to and at an instant. */
function runTimers(person: Person, until: number): void {
  while (person.wakeAt <= until) {
    const { wakeAt } = person
    processInstant(person, wakeAt, [])
    // The last instant there is comes only once.
    if (person.wakeAt <= wakeAt) person.wakeAt = Number.POSITIVE_INFINITY
  }
}
