import { DAY_MS, durationMs } from "../../map/duration"
import type { DateTrigger } from "../../map/trigger"
import { wallMinutes } from "../../map/wall-time"
import type { Person } from "../person"
import { defineTrigger, type Firing } from "../trigger"
import { dateOf, dayOf, type Zone } from "../zone"

const NOTHING: Firing[] = []

/** A date of February 29, the ends of months, walls around the world and a day of grace: within this of the day. */
const FAR_MS = 8 * DAY_MS

interface CalendarDate {
  year: number
  month: number
  date: number
}

/** `YYYY-MM-DD`, with or without a time: the date as it is written. */
export function readDate(value: unknown): CalendarDate | null {
  if (typeof value !== "string") return null
  const known = dates.get(value)
  if (known !== undefined) return known
  const date = parseDate(value)
  if (value.length > 40) return date
  if (dates.size >= MOST_DATES) dates.clear()
  dates.set(value, date)
  return date
}

/** Dates are asked for again and again; of a hostile log, not more than these are remembered. */
const MOST_DATES = 40_000
const dates = new Map<string, CalendarDate | null>()

/** With or without a time, which is not looked at, and a zone. */
const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?(?:Z|[+-]\d{2}(?::?\d{2})?))?)?$/i

function parseDate(value: string): CalendarDate | null {
  const found = ISO_DATE.exec(value)
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
    const asked = { code: "date", path: trigger.date } as const
    scope.reportUnreadableDates(path)

    const occurrenceIn = (of: CalendarDate, year: number, zone: Zone): number | null => {
      const day = dayOf(year, of.month, of.date) ?? dayOf(year, of.month, 28)
      if (day === null) return null
      return wholeDays
        ? zone.instantAt(day + offsetMs / DAY_MS, minutes)
        : zone.instantAt(day, minutes) + offsetMs
    }
    /** Without the walls: right to within two days. */
    const isFar = (of: CalendarDate, year: number, at: number): boolean => {
      const day = dayOf(year, of.month, Math.min(of.date, 28))
      return day === null || Math.abs(day * DAY_MS + offsetMs - at) > FAR_MS
    }
    const isOver = (of: CalendarDate, year: number, after: number): boolean =>
      (dayOf(year, of.month, Math.min(of.date, 28)) ?? 0) * DAY_MS + offsetMs < after - FAR_MS
    let yearOfDay = { day: Number.NaN, year: 0 }
    const yearAt = (at: number, zone: Zone): number => {
      const day = zone.dayAt(at - offsetMs)
      if (yearOfDay.day !== day) yearOfDay = { day, year: dateOf(day).year }
      return yearOfDay.year
    }
    const markOf = (of: CalendarDate, year: number) => `${mark} ${of.year}-${of.month}-${of.date} ${year}`
    const nextAt = (person: Person, after: number): number => {
      const of = readDate(person.facts.trait(path))
      if (!of) return Number.POSITIVE_INFINITY
      const zone = person.zone()
      // The years around, or the first one where that is still to come.
      const year = yearly ? Math.max(of.year, yearAt(after, zone) - 1) : of.year
      for (let candidate = year; candidate <= (yearly ? year + 3 : year); candidate++) {
        if (isOver(of, candidate, after)) continue
        const at = occurrenceIn(of, candidate, zone)
        if (at !== null && at > after && !person.firedDates?.has(markOf(of, candidate))) return at
      }
      return Number.POSITIVE_INFINITY
    }
    return {
      timer: {
        isEndless: yearly,
        fire(person, at, factsChanged): Firing[] {
          const of = readDate(person.facts.trait(path))
          if (!of) return NOTHING
          const zone = person.zone()
          const around = yearly ? yearAt(at, zone) : of.year
          for (let year = around - 1; year <= around + 1; year++) {
            if (yearly ? year < of.year : year !== of.year) continue
            if (isFar(of, year, at)) continue
            const occurrence = occurrenceIn(of, year, zone)
            if (occurrence === null || person.firedDates?.has(markOf(of, year))) continue
            const justMissed = sends && factsChanged && occurrence < at && at - occurrence < DAY_MS
            if (occurrence !== at && !justMissed) continue
            person.firedDates ??= new Set()
            person.firedDates.add(markOf(of, year))
            const id = person.facts.traitIds?.get(path[0] ?? "")
            return [{ key: null, because: id === undefined ? [] : [id] }]
          }
          return NOTHING
        },
        nextAt,
      },
      explain: (person, at) => {
        const value = person.facts.trait(path)
        const readable = readDate(value) !== null
        const next = readable ? nextAt(person, at) : Number.POSITIVE_INFINITY
        return {
          kind: "leaf",
          asked,
          met: false,
          is: Number.isFinite(next)
            ? { code: "next", at: next }
            : value === undefined
              ? { code: "missing", tooShort: false }
              : { code: readable ? "over" : "no-date" },
          change: Number.isFinite(next)
            ? { code: "wait", until: next }
            : { code: "date-given", path: trigger.date },
        }
      },
    }
  },
})
