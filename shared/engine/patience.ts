import type { Person } from "./person"

/**
 * So many times does time alone begin a run for a person (or would, were none active) with no event of theirs between: two
 * weeks of every minute, two years of hours, half a century of days. After that, whoever is not heard of begins
 * nothing more by schedules. One clock that was never set would else fill an audit with runs of decades.
 */
export const MOST_BY_TIME = 20_000

/** Counts one, and says whether it may begin. */
export function takeByTime(person: Person): boolean {
  return ++person.begunByTime <= MOST_BY_TIME
}

/** Whether more would have begun than may: schedules need not be followed before the next event. */
export function isGivenUp(person: Person): boolean {
  return person.begunByTime > MOST_BY_TIME
}

export function giveUp(person: Person): void {
  person.begunByTime = MOST_BY_TIME + 1
}

/** An event at an instant: from then on, and at that instant, schedules are followed again. */
export function hearFrom(person: Person, at: number): void {
  if (isGivenUp(person)) person.timersAt = Math.min(person.timersAt, at)
  person.begunByTime = 0
}
