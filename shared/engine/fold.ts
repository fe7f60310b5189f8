import type { TouchpointEvent } from "../event"
import { durationMs } from "../map/duration"
import type { CompiledMap } from "./compiled-map"
import type { Entry } from "./entry"
import { Household } from "./household"
import { type Interest, NO_INTEREST } from "./interest"
import { copyKept } from "./kept"
import { askAhead } from "./matcher"
import type { Person } from "./person"
import { SeenIds } from "./seen-ids"
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

/** So many households are found without a look into the map of all, whose entries are far apart. A power of two. */
const RECENT = 4_096

/** All households of a log. Events of people who share no id never meet. */
export class Fold {
  private readonly households = new Map<string, Household>()
  private readonly seen = new SeenIds()
  /** Households of people who did something lately, by a number made of their id: most events are theirs. */
  private readonly recentIds: string[] = new Array(RECENT).fill("")
  private readonly recent: (Household | undefined)[] = new Array(RECENT).fill(undefined)
  private places = 0
  /** The events of a portion, and by their numbers that of the next one of the same household. */
  private readonly gathered: (Entry | null)[] = []
  private count = 0
  private next = new Int32Array(64)
  /** The households of the portion. */
  private waiting: Household[] = []
  /** Those of one household. */
  private readonly own: Entry[] = []
  private lastName = ""
  private lastInterest = NO_INTEREST

  constructor(
    private readonly compiled: CompiledMap,
    private readonly plan?: LogPlan,
    private readonly portion = plan ? PORTION : PORTION_OF_ALL,
    /** The only part of the plan whose people are folded; null: all. */
    private readonly part: number | null = null,
    /** Of a log that is read in passes. */
    private readonly repetitions: Repetitions | null = null,
  ) {}

  /** Events of people who are not folded, which have their places all the same. */
  skip(count: number): void {
    this.places += count
  }

  /** Rule 1: of events with one id the first line counts. */
  push(event: TouchpointEvent, until = Number.POSITIVE_INFINITY): void {
    const place = this.places++
    if (this.isRepeated(event.id, place)) return
    if (event.at > until || (this.part !== null && this.plan?.partOf(event.person) !== this.part)) return
    const interest = this.findInterest(event.name)
    const { id, user, at } = event
    const entry: Entry = { event, id, user, at, place, interest, fits: askAhead(interest, event) }
    const household = this.findHousehold(entry)
    const number = this.count++
    this.gathered[number] = entry
    if (number === this.next.length) this.makeRoomForNext()
    if (household.firstGathered < 0) {
      household.firstGathered = number
      this.waiting.push(household)
    } else this.next[household.lastGathered] = number
    household.lastGathered = number
    if (this.count >= this.portion) this.foldWaiting()
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

  private isRepeated(id: string, place: number): boolean {
    if (this.repetitions?.isKnown) return this.repetitions.places.has(place)
    if ((this.plan && !this.plan.mayRepeat(id)) || this.seen.add(id)) return false
    this.repetitions?.places.add(place)
    return true
  }

  /** Folds what has been gathered, as whoever asks for something does. */
  foldWaiting(): void {
    for (const household of this.waiting) {
      const count = this.takeGathered(household)
      if (count > 0) household.takeAll(this.own, count)
    }
    this.waiting.length = 0
    this.gathered.fill(null, 0, this.count)
    this.count = 0
  }

  /** Gives a household what has been gathered for it, to be folded later. */
  private handOver(household: Household): void {
    const count = this.takeGathered(household)
    for (let index = 0; index < count; index++) household.push(this.own[index] as Entry)
  }

  /** Brings what has been gathered for a household into `own`, and gives how many events that is. */
  private takeGathered(household: Household): number {
    const { own, next, gathered } = this
    let count = 0
    for (let number = household.firstGathered; number >= 0; ) {
      own[count++] = gathered[number] as Entry
      number = number === household.lastGathered ? -1 : (next[number] ?? -1)
    }
    household.firstGathered = -1
    return count
  }

  private findHousehold({ event, at }: Entry): Household {
    const recent = placeRecent(event.person)
    let household = this.recentIds[recent] === event.person ? this.recent[recent] : undefined
    if (household?.absorbedBy === null && event.user === undefined) return household
    household = this.look(event.person)
    if (!household) {
      household =
        (event.user !== undefined && this.look(event.user)) ||
        new Household(this.compiled, this.plan?.keepingFor(event.person))
      this.households.set(event.person, household)
    }
    this.recentIds[recent] = event.person
    this.recent[recent] = household
    if (event.user === undefined) return household
    const other = this.look(event.user)
    if (!other) this.households.set(event.user, household)
    else if (other !== household) {
      this.handOver(household)
      this.handOver(other)
      household.absorb(other, at)
    }
    return household
  }

  /** The household of an id, through those that were taken over. */
  private look(id: string): Household | undefined {
    const found = this.households.get(id)
    if (!found?.absorbedBy) return found
    let last = found
    while (last.absorbedBy) last = last.absorbedBy
    this.households.set(id, last)
    return last
  }

  private list(): Household[] {
    this.foldWaiting()
    const all = new Set<Household>()
    for (const id of this.households.keys()) all.add(this.look(id) as Household)
    return [...all]
  }

  /** All people after all events, for good; for each, time is still to pass (`passTime`). Holds none of them any more. */
  finish(): Person[] {
    const households = this.list()
    this.households.clear()
    this.recent.fill(undefined)
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

/** Of the last letters, in which ids differ. */
function placeRecent(id: string): number {
  let place = 0
  for (let index = Math.max(0, id.length - 8); index < id.length; index++)
    place = Math.imul(place, 31) + id.charCodeAt(index)
  return place & (RECENT - 1)
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
