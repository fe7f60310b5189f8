import type { TouchpointEvent } from "../event"
import type { Interest } from "./interest"

/** An event with its place in the log. Rule 1: events are ordered by (`at`, place). */
export interface Entry {
  event: TouchpointEvent
  at: number
  place: number
  /** What listens to it, looked up once. */
  interest: Interest
}

export function compareEntries(one: Entry, other: Entry): number {
  return one.at - other.at || one.place - other.place
}
