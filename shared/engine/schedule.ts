import { readCron } from "../map/cron"
import { dateOf, weekdayOf, type Zone } from "./zone"

/** The longest gap between two days that any schedule of dates and weekdays can have: 29 February, over 2100. */
const LONGEST_GAP_DAYS = 366 * 8 + 2

const MOST_KNOWN = 8

interface Occurrence {
  at: number
  /** Local day and minute. */
  wall: number
}

/**
 * A schedule of wall minutes. The cron library reads the fields; the walls of the zone say when a minute is there: a
 * skipped one is the first that exists, one that occurs twice is the first.
 */
export class Schedule {
  private readonly minutes: number[] = []
  private readonly fitsDay: (day: number) => boolean
  private readonly never: boolean
  /** Answers that hold for a while: people of one time ask for the same. */
  private readonly known: { from: number; zone: Zone; next: Occurrence }[] = []
  private oldest = 0

  constructor(text: string) {
    const pattern = readCron(text)
    if (!pattern) throw new Error(`Not a schedule: ${text}`)
    for (let minute = 0; minute < 1_440; minute++) {
      if (pattern.hour[Math.floor(minute / 60)] && pattern.minute[minute % 60]) this.minutes.push(minute)
    }
    this.fitsDay = (day) => {
      const { month, date } = dateOf(day)
      if (!pattern.month[month - 1]) return false
      const byDate = Boolean(pattern.day[date - 1])
      const byWeekday = Boolean(pattern.dayOfWeek[(weekdayOf(day) + 1) % 7])
      // Day of month and day of week, both given, mean either.
      if (pattern.starDOM || pattern.starDOW) return byDate && byWeekday
      return byDate || byWeekday
    }
    this.never = this.minutes.length === 0 || this.nextDay(0) === null
  }

  private nextDay(from: number): number | null {
    for (let day = from; day <= from + LONGEST_GAP_DAYS; day++) if (this.fitsDay(day)) return day
    return null
  }

  /** The first instant after `after` with its local day and minute; null where there is none. */
  nextAfter(after: number, zone: Zone): Occurrence | null {
    for (const known of this.known) {
      if (known.from <= after && after < known.next.at && known.zone === zone) return known.next
    }
    const next = this.findAfter(after, zone)
    if (next) {
      this.known[this.oldest] = { from: after, zone, next }
      this.oldest = (this.oldest + 1) % MOST_KNOWN
    }
    return next
  }

  private findAfter(after: number, zone: Zone): Occurrence | null {
    if (this.never) return null
    let day: number | null = zone.dayAt(after) - 1
    for (;;) {
      day = this.nextDay(day)
      if (day === null) return null
      const at = this.firstOnDay(day, after, zone)
      if (at) return at
      day++
    }
  }

  private firstOnDay(day: number, after: number, zone: Zone): Occurrence | null {
    let low = 0
    let high = this.minutes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (zone.instantAt(day, this.minutes[middle] ?? 0) > after) high = middle
      else low = middle + 1
    }
    const minute = this.minutes[low]
    if (minute === undefined) return null
    return { at: zone.instantAt(day, minute), wall: day * 1_440 + minute }
  }

  /** The index of the first of its minutes that is later than a minute of the day. */
  private firstAfter(minute: number): number {
    let low = 0
    let high = this.minutes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.minutes[middle] ?? 0) > minute) high = middle
      else low = middle + 1
    }
    return low
  }

  /** The last wall minute, of those whose instant is exactly this, or null. */
  wallAt(at: number, zone: Zone): number | null {
    const first = this.nextAfter(at - 1, zone)
    if (!first || first.at !== at) return null
    let wall = first.wall
    const day = Math.floor(wall / 1_440)
    // Skipped minutes share an instant with the first that exists; nearly always the very next one is later.
    for (let index = this.firstAfter(wall - day * 1_440); index < this.minutes.length; index++) {
      const minute = this.minutes[index] ?? 0
      if (zone.instantAt(day, minute) !== at) break
      wall = day * 1_440 + minute
    }
    return wall
  }
}
