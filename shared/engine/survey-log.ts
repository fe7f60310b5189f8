import type { TouchpointEvent } from "../event"
import { KEEP_ALL, type Keeping } from "./household"
import { hashId, NumberedIds } from "./numbered-ids"
import { RepeatedIds } from "./repeated-ids"

/** What a fold of this very log may leave out, because nothing of it will be asked for again. */
export interface LogPlan {
  /**
   * What must be kept of the events of the people who share this id: all, where one comes late or people are joined; the
   * latest instant, where several come at one.
   */
  keepingFor(id: string): Keeping
  /** Whether the id may occur again: the others need not be remembered (rule 1). */
  mayRepeat(id: string): boolean
  /** The parts into which people are divided: each has its events folded in a reading of its own. */
  parts: readonly { from: FirstEvent }[]
  /** The part of the people who share this id. */
  partOf(id: string): number
  /** The part of a household, as the survey numbered it; of the event that nobody sees, -1. */
  partOfHousehold(household: number): number
  /** Whether any id may occur again. */
  hasRepeats: boolean
}

/** Where a journey begins: the instant (ms UTC), and the place in the log among all events. */
export interface FirstEvent {
  at: number
  place: number
}

/** A first reading of a log that can be read twice. */
export interface LogSurvey {
  /** Gives the number of the household to which the event belongs; -1 where it is later than `now`. */
  take(event: TouchpointEvent): number
  finish(): LogPlan
}

/**
 * Begins a first reading, which finds what a second one need not keep, so that the memory of an audit follows people
 * and not events. Exact: what it cannot rule out is kept. Events later than `now` (ms UTC) are not seen, as in the audit.
 * With `eventsPerPart` people are divided, in the order of their first events, into parts of about so many events.
 */
export function startSurvey(
  now: number,
  { eventsPerPart = Number.POSITIVE_INFINITY }: { eventsPerPart?: number } = {},
): LogSurvey {
  const households = new HouseholdSurvey()
  const ids = new RepeatedIds()
  let place = 0
  return {
    take(event) {
      ids.take(event.id)
      const household = event.at <= now ? households.take(event, place) : -1
      place++
      return household
    },
    finish() {
      const repeated = ids.finish()
      const { parts, partOfRoot } = households.divide(eventsPerPart)
      return {
        keepingFor: (id) => households.keepingFor(id),
        mayRepeat: repeated.includes,
        parts,
        partOf: (id) => partOfRoot[households.findRoot(id) ?? -1] ?? 0,
        partOfHousehold: (household) =>
          household < 0 ? -1 : (partOfRoot[households.followNode(household)] ?? 0),
        hasRepeats: repeated.count > 0,
      }
    },
  }
}

const KEEP_INSTANT: Keeping = { events: false, instant: true }
const KEEP_NOTHING: Keeping = { events: false, instant: false }

/** What is held of people who do next to nothing, in events. */
const EVENTS_OF_BEING = 60

/** Who shares ids with whom, and whether their events come in order. A forest of ids with union by root. */
class HouseholdSurvey {
  private readonly ids = new NumberedIds()
  /** By the number of an id, its node. */
  private readonly nodes: number[] = []
  private readonly parents: number[] = []
  private readonly latestAt: number[] = []
  private readonly kept: boolean[] = []
  private readonly shared: boolean[] = []
  private readonly firstAt: number[] = []
  private readonly firstPlace: number[] = []
  private readonly events: number[] = []

  /** Gives the number of a node of its tree. */
  take({ person, user, at }: TouchpointEvent, place: number): number {
    const hash = hashId(person)
    const number = this.ids.find(person, hash)
    let root = number < 0 ? -1 : this.followNode(this.nodes[number] ?? -1)
    if (user !== undefined) root = this.join(root, this.findRoot(user) ?? -1)
    if (root < 0) {
      root = this.parents.length
      this.parents.push(root)
      this.latestAt.push(at)
      this.kept.push(false)
      this.shared.push(false)
      this.firstAt.push(at)
      this.firstPlace.push(place)
      this.events.push(0)
    } else if (at === this.latestAt[root]) this.shared[root] = true
    if (number < 0) this.nodes[this.ids.add(person, hash)] = root
    if (user !== undefined) this.lead(user, root)
    if (at < (this.latestAt[root] ?? at)) this.kept[root] = true
    else this.latestAt[root] = at
    if (at < (this.firstAt[root] ?? at)) {
      this.firstAt[root] = at
      this.firstPlace[root] = place
    }
    this.events[root] = (this.events[root] ?? 0) + 1
    return root
  }

  /** Into parts of about so many events, in the order of first events. A household is never divided. */
  divide(eventsPerPart: number): { parts: { from: FirstEvent }[]; partOfRoot: Uint32Array } {
    const partOfRoot = new Uint32Array(this.parents.length)
    const parts: { from: FirstEvent }[] = []
    const roots = this.parents.map((_, node) => node).filter((node) => this.parents[node] === node)
    const at = (root: number) => this.firstAt[root] ?? 0
    const place = (root: number) => this.firstPlace[root] ?? 0
    roots.sort((one, other) => at(one) - at(other) || place(one) - place(other))
    let room = 0
    for (const root of roots) {
      const events = (this.events[root] ?? 0) + EVENTS_OF_BEING
      if (parts.length === 0 || room < events) {
        parts.push({ from: { at: at(root), place: place(root) } })
        room = eventsPerPart
      }
      room -= events
      partOfRoot[root] = parts.length - 1
    }
    return { parts, partOfRoot }
  }

  keepingFor(id: string): Keeping {
    const root = this.findRoot(id)
    if (root === null || this.kept[root] === true) return KEEP_ALL
    return this.shared[root] === true ? KEEP_INSTANT : KEEP_NOTHING
  }

  findRoot(id: string): number | null {
    const number = this.ids.find(id, hashId(id))
    return number < 0 ? null : this.followNode(this.nodes[number] ?? -1)
  }

  private lead(id: string, root: number): void {
    const number = this.ids.add(id, hashId(id))
    if (number === this.nodes.length) this.nodes.push(root)
  }

  /** From a node to its root. */
  followNode(from: number): number {
    let node = from
    for (let parent = this.parents[node]; parent !== undefined && parent !== node; ) {
      const above = this.parents[parent] ?? parent
      this.parents[node] = above
      node = parent
      parent = above
    }
    return node
  }

  /** Two that both had events before are joined: what they did may have to be folded together. */
  private join(one: number, other: number): number {
    if (one < 0 || other < 0 || one === other) return Math.max(one, other)
    this.parents[other] = one
    this.kept[one] = true
    this.latestAt[one] = Math.max(this.latestAt[one] ?? 0, this.latestAt[other] ?? 0)
    this.events[one] = (this.events[one] ?? 0) + (this.events[other] ?? 0)
    const [first, second] = [this.firstAt[one] ?? 0, this.firstAt[other] ?? 0]
    const [before, after] = [this.firstPlace[one] ?? 0, this.firstPlace[other] ?? 0]
    if (second < first || (second === first && after < before)) {
      this.firstAt[one] = second
      this.firstPlace[one] = after
    }
    return one
  }
}
