import type { TouchpointEvent } from "../event"

/** An event with its place in the log. Rule 1: events are ordered by (`at`, place). */
export interface Entry {
  event: TouchpointEvent
  at: number
  place: number
}

export function compareEntries(one: Entry, other: Entry): number {
  return one.at - other.at || one.place - other.place
}
