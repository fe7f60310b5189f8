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
  /** What a clock would show that runs backwards: 41:10 · 23:41:10 · 2 days 3 h */
  countdown(ms: number): string
  /** How long until then, no more exact than anybody plans: 45 sec · 12 min · 3 h 5 min · 23 h · 2 days 3 h · 12 days */
  wait(ms: number): string
  /** The two largest units, short: 12 min · 1 h 5 min. */
  duration(ms: number): string
  list(items: readonly string[]): string
  quote(text: string): string
}

/** Where a number or an instant makes no sense (events of a page may hold any), a dash stands. */
const nothing = "—"
const latestInstant = 8.64e15

type Unit = "day" | "hour" | "minute" | "second"
type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

// British English writes day before month and 24 hours, as the rest of the product does.
const locales: Record<Language, string> = { en: "en-GB", ru: "ru-RU" }
/** What a unit is called after a number. Russian shortens a day by no rule that holds for all: it is written out. */
const unitNames: Record<Language, Record<Unit, string | PluralForms>> = {
  en: { day: { one: "day", other: "days" }, hour: "h", minute: "min", second: "sec" },
  ru: { day: { one: "день", few: "дня", many: "дней", other: "дня" }, hour: "ч", minute: "мин", second: "с" },
}
/** As Intl joins a number and its unit. */
const joints: Record<Language, string> = { en: " ", ru: "\u00A0" }
/** From so many on the next smaller unit no longer matters to who waits. */
const HOURS_ALONE_FROM = 10
const DAYS_ALONE_FROM = 10
/** Kept for the next price. A hostile page may name as many currencies as it likes. */
const MOST_CURRENCIES = 20
const quotes: Record<Language, readonly [string, string]> = { en: ["“", "”"], ru: ["«", "»"] }

/** Made when it is first asked for: each costs up to a millisecond, and a first picture needs but a few of them. */
function onFirstUse<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The formats of a language; `timeZone` (IANA) only where it is not the reader's own. */
export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = locales[language]
  const zone = timeZone === undefined ? {} : { timeZone }
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...zone } as const
  const dates = (options: Intl.DateTimeFormatOptions) =>
    onFirstUse(() => new Intl.DateTimeFormat(locale, options))
  const time = dates(clock)
  const dayAndTime = dates({ day: "numeric", month: "short", ...clock })
  const dayOnly = dates({ year: "numeric", month: "numeric", day: "numeric", ...zone })
  const exact = dates({
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    second: "2-digit",
    timeZoneName: "short",
    ...clock,
  })
  const number = onFirstUse(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }))
  const currencies = new Map<string, Intl.NumberFormat>()
  const plural = onFirstUse(() => new Intl.PluralRules(locale))
  const units = (count: number, unit: Unit): string => {
    const name = unitNames[language][unit]
    const form = typeof name === "string" ? name : (name[plural().select(count)] ?? name.other)
    return `${number().format(count)}${joints[language]}${form}`
  }
  const conjunction = onFirstUse(() => new Intl.ListFormat(locale, { type: "conjunction" }))
  const [open, close] = quotes[language]

  const isInstant = (at: number) => Math.abs(at) <= latestInstant
  const duration = (ms: number): string => {
    if (!Number.isFinite(ms)) return nothing
    const left = Math.max(0, ms)
    const [days, hours, minutes] = [day, hour, minute].map((length) => Math.floor(left / length))
    if (days) return pair(units(days, "day"), Math.floor((left % day) / hour), "hour")
    if (hours) return pair(units(hours, "hour"), Math.floor((left % hour) / minute), "minute")
    if (minutes) return units(minutes, "minute")
    return units(Math.floor(left / second), "second")
  }
  const pair = (large: string, rest: number, unit: Unit) =>
    rest === 0 ? large : `${large} ${units(rest, unit)}`

  return {
    number: (value) => (Number.isFinite(value) ? number().format(value) : nothing),
    money(value, currency) {
      if (!Number.isFinite(value)) return nothing
      if (currency === null || !/^[A-Za-z]{3}$/.test(currency)) return number().format(value)
      const format =
        currencies.get(currency) ??
        new Intl.NumberFormat(locale, {
          style: "currency",
          currency: currency.toUpperCase(),
          currencyDisplay: "narrowSymbol",
          trailingZeroDisplay: "stripIfInteger",
        } as Intl.NumberFormatOptions)
      if (currencies.size < MOST_CURRENCIES) currencies.set(currency, format)
      return format.format(value)
    },
    time: (at) => (isInstant(at) ? time().format(at) : nothing),
    moment(at, now) {
      if (!isInstant(at) || !isInstant(now)) return nothing
      return dayOnly().format(at) === dayOnly().format(now) ? time().format(at) : dayAndTime().format(at)
    },
    exact: (at) => (isInstant(at) ? exact().format(at) : nothing),
    countdown(ms) {
      if (!Number.isFinite(ms)) return nothing
      const total = Math.max(0, Math.ceil(ms / second))
      if (total * second >= day) return duration(total * second)
      const two = (value: number) => String(value).padStart(2, "0")
      const hours = Math.floor(total / 3600)
      const rest = `${two(Math.floor((total % 3600) / 60))}:${two(total % 60)}`
      return hours > 0 ? `${hours}:${rest}` : rest
    },
    wait(ms) {
      // A second that has begun is still to be waited for.
      const left = Math.ceil(ms / second) * second
      if (left >= DAYS_ALONE_FROM * day) return duration(left - (left % day))
      const isHours = left < day && left >= HOURS_ALONE_FROM * hour
      return duration(isHours ? left - (left % hour) : left)
    },
    duration,
    list: (items) => conjunction().format(items),
    quote: (text) => `${open}${text}${close}`,
  }
}
