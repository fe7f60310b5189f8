import { DAY_MS } from "../map/duration"
import { isTimeZone } from "../map/time-zone"

/** Outside these years no zone database says anything: the offset of the nearest one holds. */
const FIRST_KNOWN = Date.UTC(1, 0, 2)
const LAST_KNOWN = Date.UTC(9999, 11, 30)

/** A change of the clocks within a UTC day. */
interface Transition {
  at: number
  before: number
  after: number
}

/**
 * One IANA zone: what its walls show. Days are numbered from 1970-01-01, minutes of a day from midnight.
 *
 * The platform's Intl knows the offsets; they are kept by UTC day, so that a fold asks Intl about each day once.
 */
export class Zone {
  private readonly format: Intl.DateTimeFormat | null
  private readonly days = new Map<number, number | Transition>()

  constructor(readonly name: string) {
    this.format =
      name === "UTC" ? null : new Intl.DateTimeFormat("en-US", { timeZone: name, timeZoneName: "longOffset" })
  }

  /** Milliseconds by which the walls are ahead of UTC at an instant. */
  offsetAt(at: number): number {
    if (this.format === null) return 0
    const known = Math.min(Math.max(at, FIRST_KNOWN), LAST_KNOWN)
    const day = Math.floor(known / DAY_MS)
    let entry = this.days.get(day)
    if (entry === undefined) {
      entry = this.lookAtDay(day)
      if (this.days.size > 20_000) this.days.clear()
      this.days.set(day, entry)
    }
    if (typeof entry === "number") return entry
    return known < entry.at ? entry.before : entry.after
  }

  private lookAtDay(day: number): number | Transition {
    const before = this.ask(day * DAY_MS)
    const after = this.ask((day + 1) * DAY_MS - 1)
    if (before === after) return before
    let low = day * DAY_MS
    let high = (day + 1) * DAY_MS - 1
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (this.ask(middle) === before) low = middle
      else high = middle
    }
    return { at: high, before, after }
  }

  private ask(at: number): number {
    const text = this.format?.format(at) ?? ""
    const found = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?/.exec(text)
    if (!found?.[1]) return 0
    const seconds = Number(found[2]) * 3_600 + Number(found[3]) * 60 + Number(found[4] ?? 0)
    return (found[1] === "-" ? -1 : 1) * seconds * 1_000
  }

  /** The local day on which an instant falls. */
  dayAt(at: number): number {
    return Math.floor((at + this.offsetAt(at)) / DAY_MS)
  }

  /** Minutes since local midnight that the wall shows at an instant. */
  minuteAt(at: number): number {
    const wall = at + this.offsetAt(at)
    return Math.floor((wall - Math.floor(wall / DAY_MS) * DAY_MS) / 60_000)
  }

  /**
   * The instant at which the walls show a minute of a local day (rule 17): of one that a clock change skips, the first
   * that exists after it; of one that occurs twice, the first.
   */
  instantAt(day: number, minutes: number): number {
    const wall = day * DAY_MS + minutes * 60_000
    if (this.format === null) return wall
    const early = this.offsetAt(wall - DAY_MS)
    const late = this.offsetAt(wall + DAY_MS)
    const byEarly = wall - early
    const byLate = wall - late
    const earlyFits = this.offsetAt(byEarly) === early
    const lateFits = this.offsetAt(byLate) === late
    if (earlyFits && lateFits) return Math.min(byEarly, byLate)
    if (earlyFits) return byEarly
    if (lateFits) return byLate
    // Skipped: the instant of the change lies between the two readings.
    let low = Math.min(byEarly, byLate) - 1
    let high = Math.max(byEarly, byLate)
    const before = this.offsetAt(low)
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      if (this.offsetAt(middle) === before) low = middle
      else high = middle
    }
    return high
  }

  /** The first instant of a local day. */
  startOf(day: number): number {
    return this.instantAt(day, 0)
  }
}

const zones = new Map<string, Zone>()

/** A zone by its IANA name; null for any other value. */
export function findZone(name: unknown): Zone | null {
  if (typeof name !== "string") return null
  const known = zones.get(name)
  if (known) return known
  if (!isTimeZone(name)) return null
  const zone = new Zone(name)
  zones.set(name, zone)
  return zone
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** Calendar date of a day number. */
export function dateOf(day: number): { year: number; month: number; date: number } {
  const at = new Date(day * DAY_MS)
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() }
}

/** Day number of a calendar date, or null where there is no such date. */
export function dayOf(year: number, month: number, date: number): number | null {
  // In most months every date up to 28 is there, and four digits are no shorthand for a year.
  if (year >= 100 && month >= 1 && month <= 12 && date >= 1 && date <= 28)
    return Date.UTC(year, month - 1, date) / DAY_MS
  const at = new Date(0)
  at.setUTCFullYear(year, month - 1, date)
  if (at.getUTCMonth() + 1 !== month || at.getUTCDate() !== date) return null
  return Math.floor(at.getTime() / DAY_MS)
}
