import type { TouchpointEvent } from "../event"
import type { CompiledMap } from "./compiled-map"
import { type Interest, NO_INTEREST } from "./interest"
import { askAhead } from "./matcher"

/** An event with its place in the log. Rule 1: events are ordered by (`at`, place). */
export interface Entry {
  event: TouchpointEvent
  /** Of the event, which is seldom at hand any more when it is folded: for most nothing else of it is asked. */
  id: string
  user: string | undefined
  at: number
  place: number
  /** What listens to it, looked up once. */
  interest: Interest
  /** Bit by bit the filters of the map that it fits (`Matchers`). */
  fits: number
}

/** What is kept of an entry once it has been folded; the rest is found again. Never changed, so that copies share it. */
export interface Logged {
  event: TouchpointEvent
  place: number
  /** The person's event that was folded before it. */
  before: Logged | null
}

/** The entries of a log, the latest first. */
export function listLogged(log: Logged | null, compiled: Pick<CompiledMap, "interests">): Entry[] {
  const entries: Entry[] = []
  for (let logged = log; logged; logged = logged.before)
    entries.push(makeEntry(logged.event, logged.place, compiled))
  return entries
}

export function makeEntry(
  event: TouchpointEvent,
  place: number,
  { interests }: Pick<CompiledMap, "interests">,
): Entry {
  const { id, user, at } = event
  const interest = interests.get(event.name) ?? NO_INTEREST
  return { event, id, user, at, place, interest, fits: askAhead(interest, event) }
}

export function compareEntries(one: Entry, other: Entry): number {
  return one.at - other.at || one.place - other.place
}
