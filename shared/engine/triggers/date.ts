import { DAY_MS, durationMs } from "../../map/duration"
import type { DateTrigger } from "../../map/trigger"
import { wallMinutes } from "../../map/wall-time"
import { writeInstant } from "../instant"
import type { Person } from "../person"
import { defineTrigger, type Firing } from "../trigger"
import { dateOf, dayOf, type Zone } from "../zone"

interface CalendarDate {
  year: number
  month: number
  date: number
}

/** `YYYY-MM-DD`, with or without a time: the date as it is written. */
export function readDate(value: unknown): CalendarDate | null {
  const found = typeof value === "string" ? /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ]\d{2}:\d{2})/.exec(value) : null
  if (!found) return null
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])]
  return dayOf(year, month, date) === null ? null : { year, month, date }
}

/**
 * `{ date: TRAIT, every?, offset?, at?, onPast? }`: on that day at that wall time in the person's zone. Whole-day
 * offsets are calendar days that keep the wall time; once per date and year, no occurrence of a year before the date's
 * own; 29 February falls on 28 in other years (before the offset).
 */
export const date = defineTrigger<DateTrigger>({
  key: "date",
  fits: (trigger) => "date" in trigger,
  compile(trigger, scope) {
    const path = trigger.date.split(".")
    const yearly = trigger.every === "year"
    const offsetMs = trigger.offset === undefined ? 0 : durationMs(trigger.offset)
    const wholeDays = offsetMs % DAY_MS === 0
    const minutes = wallMinutes(trigger.at ?? "10:00")
    const sends = trigger.onPast === "send"
    const mark = scope.takeMark()
    scope.reportUnreadableDates(path)

    const occurrenceIn = (of: CalendarDate, year: number, zone: Zone): number | null => {
      const day = dayOf(year, of.month, of.date) ?? dayOf(year, of.month, 28)
      if (day === null) return null
      return wholeDays
        ? zone.instantAt(day + offsetMs / DAY_MS, minutes)
        : zone.instantAt(day, minutes) + offsetMs
    }
    /** Years whose occurrence can lie near an instant, earliest first. */
    const yearsAround = (of: CalendarDate, at: number, zone: Zone): number[] => {
      if (!yearly) return [of.year]
      const year = dateOf(zone.dayAt(at - offsetMs)).year
      return [year - 1, year, year + 1, year + 2].filter((candidate) => candidate >= of.year)
    }
    const markOf = (of: CalendarDate, year: number) => `${mark} ${of.year}-${of.month}-${of.date} ${year}`
    const nextAt = (person: Person, after: number): number => {
      const of = readDate(person.facts.trait(path))
      if (!of) return Number.POSITIVE_INFINITY
      const zone = person.zone()
      const years = yearsAround(of, after, zone)
      // A date whose first year is still to come.
      if (yearly && years.length < 4)
        years.push(...[of.year, of.year + 1].filter((year) => !years.includes(year)))
      for (const year of years) {
        const at = occurrenceIn(of, year, zone)
        if (at !== null && at > after && !person.firedDates?.has(markOf(of, year))) return at
      }
      return Number.POSITIVE_INFINITY
    }
    return {
      timer: {
        fire(person, at, factsChanged): Firing[] {
          const of = readDate(person.facts.trait(path))
          if (!of) return []
          const zone = person.zone()
          for (const year of yearsAround(of, at, zone)) {
            const occurrence = occurrenceIn(of, year, zone)
            if (occurrence === null || person.firedDates?.has(markOf(of, year))) continue
            const justMissed = sends && factsChanged && occurrence < at && at - occurrence < DAY_MS
            if (occurrence !== at && !justMissed) continue
            person.firedDates ??= new Set()
            person.firedDates.add(markOf(of, year))
            const id = person.facts.traitIds?.get(path[0] ?? "")
            return [{ key: null, because: id === undefined ? [] : [id] }]
          }
          return []
        },
        nextAt,
      },
      explain: (person, at) => {
        const value = person.facts.trait(path)
        const readable = readDate(value) !== null
        const next = readable ? nextAt(person, at) : Number.POSITIVE_INFINITY
        const is = value === undefined ? "missing" : !readable ? "not a date" : "over"
        return {
          kind: "leaf",
          condition: `trait ${trigger.date}`,
          met: false,
          is: Number.isFinite(next) ? `next at ${writeInstant(next)}` : is,
          change: Number.isFinite(next)
            ? `it is ${writeInstant(next)}`
            : `trait ${trigger.date} becomes a date (YYYY-MM-DD)`,
        }
      },
    }
  },
})
