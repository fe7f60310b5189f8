import { DAY_MS } from "../map/duration"
import { writeInstant } from "./instant"
import { giveUp, isGivenUp } from "./patience"
import type { Person } from "./person"
import { processInstant } from "./process-instant"

/** So many timers run out with no event between: two years of a schedule of every minute that begins nothing. */
const MOST_TIMERS = 1_000_000
/** And no schedule is followed for longer than anybody lives: asked for the year 9999, nobody would wait for the answer. */
const LONGEST_MS = 100 * 366 * DAY_MS

/**
 * Lets time pass for a person, up to and at an instant, with no event between. Ends for any instant and any schedule: of
 * one who is not heard of for so long that schedules would have begun more than can be held, that is told, and the
 * schedules rest until the next event. All else goes on.
 */
export function passTime(person: Person, until: number): void {
  const since = person.processedAt
  let isFollowed = !isGivenUp(person)
  let count = 0
  while (person.wakeAt <= until) {
    const { wakeAt } = person
    if (++count === MOST_TIMERS || (wakeAt - since > LONGEST_MS && hasSchedule(person))) giveUp(person)
    processInstant(person, wakeAt, [])
    if (isFollowed && isGivenUp(person)) {
      isFollowed = false
      noteGivenUp(person, wakeAt, since)
    }
    // The last instant there is comes only once.
    if (person.wakeAt <= wakeAt) person.wakeAt = Number.POSITIVE_INFINITY
  }
}

function hasSchedule(person: Person): boolean {
  return person.compiled.timerTriggers.some(({ timer }) => timer?.isEndless)
}

function noteGivenUp(person: Person, at: number, since: number): void {
  const [from, to] = [writeInstant(since), writeInstant(at)]
  person.addFinding({
    kind: "bad-event",
    at,
    scenario: null,
    step: null,
    channel: null,
    reason: null,
    evidence: [],
    detail: `its time, ${from}, is so long before the next one that schedules would begin more than can be held; after ${to} they begin nothing until that`,
  })
}
