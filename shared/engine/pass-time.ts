import { DAY_MS } from "../map/duration"
import type { Entry } from "./entry"
import { writeInstant } from "./instant"
import { findNextTimer } from "./next-wake"
import { giveUp, isGivenUp } from "./patience"
import type { Person } from "./person"
import { processInstant } from "./process-instant"

const NO_ENTRIES: readonly Entry[] = []

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
    if (!isOutdated(person, wakeAt)) processInstant(person, wakeAt, NO_ENTRIES)
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

/** Timers move on with the events that set them: an instant that no longer is one of theirs need not be processed. */
function isOutdated(person: Person, at: number): boolean {
  const { stepsAt, memberships } = person
  if (stepsAt <= at || memberships.changesAt <= at) return false
  person.timersAt = findNextTimer(person, at - 1)
  if (person.timersAt <= at) return false
  person.wakeAt = Math.min(person.timersAt, stepsAt, memberships.changesAt)
  return true
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
