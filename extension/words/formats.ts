import type { Language } from "./language"

/** Numbers, dates and durations as the reader writes them. Instants are ms UTC, shown in the reader's zone. */
export interface Formats {
  number(value: number): string
  /** `currency` is text of the page: anything that is no ISO 4217 code is left out. */
  money(value: number, currency: string | null): string
  /** 14:02 */
  time(at: number): string
  /** The time alone on the day of `now`, else with the day. */
  moment(at: number, now: number): string
  /** With seconds, day, year and zone: for tooltips. */
  exact(at: number): string
  /** 41:10 · 23:41:10 · 2 days 3 hr */
  countdown(ms: number): string
  /** The two largest units, short: 12 min · 1 hr 5 min. */
  duration(ms: number): string
  list(items: readonly string[]): string
  quote(text: string): string
}

/** Where a number or an instant makes no sense (events of a page may hold any), a dash stands. */
const nothing = "—"
const latestInstant = 8.64e15

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

// British English writes day before month and 24 hours, as the rest of the product does.
const locales: Record<Language, string> = { en: "en-GB", ru: "ru-RU" }
// "12 mins" and "1 hr" are British too; "12 min" is what the field writes.
const unitLocales: Record<Language, string> = { en: "en-US", ru: "ru-RU" }
const quotes: Record<Language, readonly [string, string]> = { en: ["“", "”"], ru: ["«", "»"] }

/** The formats of a language; `timeZone` (IANA) only where it is not the reader's own. */
export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = locales[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone } as const
  const time = new Intl.DateTimeFormat(locale, clock)
  const dayAndTime = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", ...clock })
  const dayOnly = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    ...zone,
  })
  const exact = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    second: "2-digit",
    timeZoneName: "short",
    ...clock,
  })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const unit = (name: "day" | "hour" | "minute" | "second") =>
    new Intl.NumberFormat(unitLocales[language], {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      maximumFractionDigits: 0,
    })
  const units = { day: unit("day"), hour: unit("hour"), minute: unit("minute"), second: unit("second") }
  const conjunction = new Intl.ListFormat(locale, { type: "conjunction" })
  const [open, close] = quotes[language]

  const isInstant = (at: number) => Math.abs(at) <= latestInstant
  const duration = (ms: number): string => {
    if (!Number.isFinite(ms)) return nothing
    const left = Math.max(0, ms)
    const pair = (a: string, b: string, part: number) => (part === 0 ? a : `${a} ${b}`)
    if (left >= day) {
      const hours = Math.floor((left % day) / hour)
      return pair(units.day.format(Math.floor(left / day)), units.hour.format(hours), hours)
    }
    if (left >= hour) {
      const minutes = Math.floor((left % hour) / minute)
      return pair(units.hour.format(Math.floor(left / hour)), units.minute.format(minutes), minutes)
    }
    if (left >= minute) return units.minute.format(Math.floor(left / minute))
    return units.second.format(Math.floor(left / second))
  }

  return {
    number: (value) => (Number.isFinite(value) ? number.format(value) : nothing),
    money(value, currency) {
      if (!Number.isFinite(value)) return nothing
      if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) return number.format(value)
      return new Intl.NumberFormat(locale, {
        style: "currency",
        currency: currency.toUpperCase(),
        currencyDisplay: "narrowSymbol",
        trailingZeroDisplay: "stripIfInteger",
      } as Intl.NumberFormatOptions).format(value)
    },
    time: (at) => (isInstant(at) ? time.format(at) : nothing),
    moment(at, now) {
      if (!isInstant(at) || !isInstant(now)) return nothing
      return dayOnly.format(at) === dayOnly.format(now) ? time.format(at) : dayAndTime.format(at)
    },
    exact: (at) => (isInstant(at) ? exact.format(at) : nothing),
    countdown(ms) {
      if (!Number.isFinite(ms)) return nothing
      if (ms >= day) return duration(ms)
      const total = Math.max(0, Math.ceil(ms / second))
      const two = (value: number) => String(value).padStart(2, "0")
      const hours = Math.floor(total / 3600)
      const rest = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`
      return hours > 0 ? `${hours}:${rest}` : rest
    },
    duration,
    list: (items) => conjunction.format(items),
    quote: (text) => `${open}${text}${close}`,
  }
}
