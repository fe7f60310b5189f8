import type { TouchpointEvent } from "../event"
import { durationMs } from "../map/duration"
import type { CompiledMap } from "./compiled-map"
import { type Entry, makeEntry } from "./entry"
import { Household } from "./household"
import { HouseholdIndex } from "./household-index"
import { type Interest, NO_INTEREST } from "./interest"
import { copyKept } from "./kept"
import { askAhead } from "./matcher"
import { hashId, NumberedIds } from "./numbered-ids"
import type { Person } from "./person"
import type { LogPlan } from "./survey-log"

/**
 * So many events are gathered before they are folded, household by household: what belongs together is folded while it
 * is at hand, and nobody can tell, for households do not touch each other.
 */
const PORTION = 4_096
/**
 * Where all events are held anyway, more of them need hardly more room, and people are fetched from memory less often. Not
 * all of them: that which folds them takes about a second.
 */
const PORTION_OF_ALL = 262_144

/** The places of events whose ids have occurred before: once a whole reading has found them, the others need not be read. */
export class Repetitions {
  readonly places = new Set<number>()
  isKnown = false
}

/**
 * So many events are taken at once: what has to be fetched from memory for each, far from what the others need, is fetched
 * for all of them together, which takes hardly longer than for one.
 */
const AT_ONCE = 64

const TOGETHER = 16

export interface FoldOptions {
  /** From a first reading of the same log: what need not be kept. */
  plan?: LogPlan | undefined
  /** So many events are gathered before they are folded. */
  portion?: number | undefined
  /** The only part of the plan whose people are folded; null: all. */
  part?: number | null
  /** Of a log that is read in passes. */
  repetitions?: Repetitions | null
  /** Events later than this (ms UTC) are not seen. */
  until?: number
}

/** All households of a log. Events of people who share no id never meet. */
export class Fold {
  private readonly plan: LogPlan | undefined
  private readonly portion: number
  private readonly part: number | null
  private readonly repetitions: Repetitions | null
  private readonly until: number
  /** Whether ids must be compared with those that were seen. */
  private readonly remembers: boolean
  private households: HouseholdIndex
  private readonly seen = new NumberedIds()
  private places = 0
  /** Events that have come, with their places and the hashes of their ids and people, until there are enough. */
  private readonly fresh: TouchpointEvent[] = []
  private freshCount = 0
  private readonly freshPlaces: Float64Array
  private readonly idHashes: Uint32Array
  private readonly personHashes: Uint32Array
  /** Makes that something is fetched although nothing is done with it. */
  fetched = 0
  /** The events of a portion, and by their numbers that of the next one of the same household. */
  private readonly gathered: Entry[] = []
  private count = 0
  private next = new Int32Array(64)
  /** The households of the portion. */
  private waiting: number[] = []
  private readonly people: Person[] = []
  /** Those of one household. */
  private readonly own: Entry[] = []
  private lastName = ""
  private lastInterest = NO_INTEREST

  constructor(
    private readonly compiled: CompiledMap,
    { plan, portion, part = null, repetitions = null, until = Number.POSITIVE_INFINITY }: FoldOptions = {},
  ) {
    this.plan = plan
    this.portion = portion ?? (plan ? PORTION : PORTION_OF_ALL)
    this.part = part
    this.repetitions = repetitions
    this.remembers = !repetitions?.isKnown && (plan?.hasRepeats ?? true)
    this.until = until
    const atOnce = Math.min(AT_ONCE, this.portion)
    this.freshPlaces = new Float64Array(atOnce)
    this.idHashes = new Uint32Array(atOnce)
    this.personHashes = new Uint32Array(atOnce)
    this.households = new HouseholdIndex(atOnce)
  }

  /** Events of people who are not folded, which have their places all the same. */
  skip(count: number): void {
    this.places += count
  }

  /** Takes an event, in any order. */
  push(event: TouchpointEvent): void {
    const number = this.freshCount++
    this.fresh[number] = event
    this.freshPlaces[number] = this.places++
    if (this.freshCount === this.freshPlaces.length) this.takeFresh()
  }

  private takeFresh(): void {
    const { fresh, freshPlaces, idHashes, personHashes, freshCount: count } = this
    this.freshCount = 0
    for (let index = 0; index < count; index++) {
      const { id, person } = fresh[index] as TouchpointEvent
      if (this.remembers) idHashes[index] = hashId(id)
      personHashes[index] = hashId(person)
    }
    this.fetched = this.households.fetch(personHashes, count)
    if (this.remembers) this.fetched ^= this.seen.fetchPlaces(idHashes, count)
    for (let index = 0; index < count; index++) {
      const event = fresh[index] as TouchpointEvent
      const place = freshPlaces[index] ?? 0
      if (!this.isRepeated(event.id, idHashes[index] ?? 0, place))
        this.gather(event, place, personHashes[index] ?? 0)
    }
  }

  /** Rule 1: of events with one id the first line counts. */
  private isRepeated(id: string, hash: number, place: number): boolean {
    if (!this.remembers) return this.repetitions?.places.has(place) ?? false
    if (this.plan && !this.plan.mayRepeat(id)) return false
    if (this.seen.size === this.seen.add(id, hash)) return false
    this.repetitions?.places.add(place)
    return true
  }

  /** To be folded, with those of its household. */
  private gather(event: TouchpointEvent, place: number, personHash: number): void {
    if (event.at > this.until) return
    if (this.part !== null && this.plan?.partOf(event.person) !== this.part) return
    const { households } = this
    const household = this.findHousehold(event, personHash)
    const number = this.count++
    const entry = this.gathered[number]
    if (entry) this.fill(entry, event, place)
    else this.gathered.push(makeEntry(event, place, this.compiled))
    if (number === this.next.length) this.makeRoomForNext()
    if (households.firstOf(household) < 0) {
      households.setFirst(household, number)
      this.waiting.push(household)
    } else this.next[households.lastOf(household)] = number
    households.setLast(household, number)
    if (this.count >= this.portion) this.foldGathered()
  }

  /** The entry that an event of an earlier portion had, for another. */
  private fill(entry: Entry, event: TouchpointEvent, place: number): void {
    const interest = this.findInterest(event.name)
    entry.event = event
    entry.id = event.id
    entry.user = event.user
    entry.at = event.at
    entry.place = place
    entry.interest = interest
    entry.fits = askAhead(interest, event)
  }

  private makeRoomForNext(): void {
    const before = this.next
    this.next = new Int32Array(before.length * 2)
    this.next.set(before)
  }

  /** Nearly always it is that of the event before. */
  private findInterest(name: string): Interest {
    if (name === this.lastName) return this.lastInterest
    this.lastName = name
    this.lastInterest = this.compiled.interests.get(name) ?? NO_INTEREST
    return this.lastInterest
  }

  /** Folds what has been gathered, as whoever asks for something does. */
  foldWaiting(): void {
    this.takeFresh()
    this.foldGathered()
  }

  private foldGathered(): void {
    const { waiting, households } = this
    for (let from = 0; from < waiting.length; from += TOGETHER) {
      const to = Math.min(from + TOGETHER, waiting.length)
      this.fetchPeople(from, to)
      for (let index = from; index < to; index++) {
        const household = waiting[index] as number
        const count = this.takeGathered(household)
        if (count > 0) households.get(household).takeAll(this.own, count)
      }
    }
    this.waiting.length = 0
    // Nothing of them is held any longer here.
    if (this.plan) for (let number = 0; number < this.count; number++) release(this.gathered[number] as Entry)
    this.count = 0
  }

  /** Looks at what will be asked of so many households: see `AT_ONCE`. */
  private fetchPeople(from: number, to: number): void {
    const { waiting, households, people, gathered } = this
    let fetched = 0
    people.length = 0
    for (let index = from; index < to; index++) {
      const number = waiting[index] as number
      const first = households.firstOf(number)
      // Handed over meanwhile.
      if (first < 0) continue
      const household = households.get(number)
      const person = household.people[0]
      fetched += household.latestAt + (gathered[first] as Entry).at
      if (person) people.push(person)
    }
    for (const { facts, memberships, wakeAt } of people) {
      fetched += wakeAt + facts.lastActivityAt + memberships.changesAt
    }
    for (const { facts, memberships } of people) {
      fetched += memberships.segments.length + memberships.stages.length
      for (const slot of facts.slots) if (typeof slot === "object") fetched++
    }
    this.fetched = fetched
  }

  /** Gives a household what has been gathered for it, to be folded later. */
  private handOver(number: number): void {
    const count = this.takeGathered(number)
    const household = this.households.get(number)
    for (let index = 0; index < count; index++) household.push({ ...(this.own[index] as Entry) })
  }

  /** Brings what has been gathered for a household into `own`, and gives how many events that is. */
  private takeGathered(household: number): number {
    const { own, next, gathered, households } = this
    const last = households.lastOf(household)
    let count = 0
    for (let number = households.firstOf(household); number >= 0; ) {
      own[count++] = gathered[number] as Entry
      number = number === last ? -1 : (next[number] ?? -1)
    }
    households.setFirst(household, -1)
    return count
  }

  /** Gives the number of a household, in which those of all ids of the event have been joined. */
  private findHousehold({ person, user, at }: TouchpointEvent, hash: number): number {
    const { households } = this
    let found = households.find(person, hash)
    if (found >= 0 && user === undefined) return found
    const other = user === undefined ? -1 : households.find(user)
    if (found < 0 && other >= 0) households.lead(person, hash, other)
    if (found < 0) found = other >= 0 ? other : households.add(person, hash, this.makeHousehold(person))
    if (user === undefined || other === found) return found
    // The user may be called as the browser is.
    if (other < 0 && households.find(user) < 0) households.lead(user, hashId(user), found)
    else if (other >= 0) {
      this.handOver(found)
      this.handOver(other)
      households.get(found).absorb(households.get(other), at)
      households.join(found, other)
    }
    return found
  }

  private makeHousehold(person: string): Household {
    return new Household(this.compiled, this.plan?.keepingFor(person))
  }

  private list(): Household[] {
    this.foldWaiting()
    return this.households.list()
  }

  /** All people after all events, for good; for each, time is still to pass (`passTime`). Holds none of them any more. */
  finish(): Person[] {
    const households = this.list()
    this.households = new HouseholdIndex(this.freshPlaces.length)
    return households.flatMap((household) => {
      household.close()
      return household.people
    })
  }

  /** Copies of what there is at `now`, advanced to it. */
  peek(now: number): Household[] {
    return this.list().flatMap((household) => {
      household.settleOrder()
      const copied = household.latestAt <= now ? copyKept(household) : this.foldUntil(household, now)
      copied.advanceTo(now)
      return copied.people.length > 0 ? [copied] : []
    })
  }

  /** What there was at an earlier instant: folded anew from the events until then. */
  private foldUntil(household: Household, now: number): Household {
    const earlier = new Household(this.compiled)
    earlier.loose = household.listEntries().filter(({ at }) => at <= now)
    return earlier
  }

  /** All events that it was given, in their order: to fold them anew by another map. */
  listEvents(): TouchpointEvent[] {
    const entries = this.list().flatMap((household) => household.listEntries())
    return entries.sort((one, other) => one.place - other.place).map(({ event }) => event)
  }

  nextChangeAt(now: number): number | null {
    let next = Number.POSITIVE_INFINITY
    for (const household of this.list()) {
      if (household.latestAt <= now) continue
      for (const { at } of household.listEntries()) if (at > now && at < next) next = at
    }
    for (const household of this.peek(now)) next = Math.min(next, nextInHousehold(household, now))
    return Number.isFinite(next) ? next : null
  }
}

const NO_EVENT: TouchpointEvent = { id: "", name: "", at: 0, person: "", source: "" }

function release(entry: Entry): void {
  entry.event = NO_EVENT
  entry.id = ""
  entry.user = undefined
}

function nextInHousehold(household: Household, now: number): number {
  let next = household.nextWake(now)
  const consider = (at: number) => {
    if (at > now && at < next) next = at
  }
  const { mix } = household.compiled.source
  const periodMs = mix ? durationMs(mix.per) : null
  for (const person of household.people) {
    for (const run of person.runs) {
      // The grace of a step that is due ends one millisecond before it counts as missed.
      for (const step of run.steps) if (step.phase === "open") consider(step.lapsesAt + 1)
    }
    if (periodMs === null) continue
    for (const { sentAt } of person.messages ?? []) if (sentAt !== null) consider(sentAt + periodMs)
  }
  return next
}
