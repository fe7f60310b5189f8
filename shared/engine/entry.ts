import type { TouchpointEvent } from "../event"
import type { Interest } from "./interest"

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

export function compareEntries(one: Entry, other: Entry): number {
  return one.at - other.at || one.place - other.place
}
