import { Schedule } from "../engine/schedule"
import { findZone } from "../engine/zone"
import type { CommunicationMap } from "../map/communication-map"
import { durationMs } from "../map/duration"
import type { Scenario, Step } from "../map/scenario"
import type { ScheduleTrigger } from "../map/trigger"
import { listTriggers } from "./reasoning/at-trigger"
import { planOffsetsMs } from "./scenario-plan"

/** Schedules are looked at over a year that has all months' lengths, 29 February too (ms UTC). */
const YEAR_BEGINS_AT = Date.UTC(2028, 0, 1)
const YEAR_ENDS_AT = Date.UTC(2029, 0, 8)
/** A schedule that fires more often than this is looked at no further. */
const MOST_FIRINGS = 1_000

/** The instants of a sample year at which the schedules of a scenario fire (ms UTC). */
function listFirings({ trigger, reentry }: Scenario, map: CommunicationMap): number[] {
  const firings = listTriggers(trigger).flatMap(({ trigger: one }) =>
    "schedule" in one ? firingsOf(one.schedule, map.timeZone) : [],
  )
  firings.sort((one, other) => one - other)
  if (reentry === "once") return firings.slice(0, 1)
  if (typeof reentry !== "object") return firings
  const pauseMs = durationMs(reentry.after)
  let allowedAt = Number.NEGATIVE_INFINITY
  return firings.filter((at) => {
    if (at < allowedAt) return false
    allowedAt = at + pauseMs
    return true
  })
}

function firingsOf(schedule: string, timeZone: string): number[] {
  const zone = findZone(timeZone)
  if (!zone) return []
  const times = new Schedule(schedule)
  const found: number[] = []
  let next = times.nextAfter(YEAR_BEGINS_AT - 1, zone)
  while (next && next.at < YEAR_ENDS_AT && found.length < MOST_FIRINGS) {
    found.push(next.at)
    next = times.nextAfter(next.at, zone)
  }
  return found
}

/** Whether no year has the day: `0 10 30 2 *`. */
export function neverFires({ schedule }: ScheduleTrigger, { timeZone }: CommunicationMap): boolean {
  return firingsOf(schedule, timeZone).length === 0
}

/** Whether a scenario goes by the calendar alone: it begins at set times, whatever people do. */
export function isRegular({ trigger }: Scenario): boolean {
  return listTriggers(trigger).every(({ trigger: one }) => "schedule" in one)
}

/** How many messages of some steps of a scenario can be planned for one person within a period of this length. */
export function countInPeriod(
  scenario: Scenario,
  counts: (step: Step) => boolean,
  periodMs: number,
  map: CommunicationMap,
): number {
  const offsets = planOffsetsMs(scenario).filter((_, index) => counts(scenario.steps[index] as Step))
  if (offsets.length === 0) return 0
  const firings = listFirings(scenario, map)
  const begins = firings.length > 0 ? firings : [0]
  const times = begins
    .flatMap((at) => offsets.map((offsetMs) => at + offsetMs))
    .sort((one, other) => one - other)
  let first = 0
  let most = 0
  for (const [last, at] of times.entries()) {
    while (at - (times[first] ?? at) >= periodMs) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
