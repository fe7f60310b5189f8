import { dayOf, findZone } from "../../engine/zone"
import { type Cell, cellText } from "./table"

/** How a file writes its times, as far as it does not say so itself. */
export interface TimeReading {
  /** Whether 03.04. is the third of April, or 03/04 that of March. */
  order: "day-first" | "month-first"
  /** IANA: in it stand the times that name none. */
  zone: string
}

/** ms UTC; `day-only` where the time of day is missing, null where it is no time at all. */
export type CellTime = number | "day-only" | null

/** Days of a spreadsheet, from 1954 to 2119; day 25569 is 1970-01-01. */
const SERIAL = { from: 20_000, to: 80_000, epoch: 25_569 }
const DAY_MS = 86_400_000
const EARLIEST = Date.UTC(1990, 0, 1)
const LATEST = Date.UTC(2200, 0, 1)

const months = [
  "jan|январ|янв",
  "feb|феврал|фев",
  "mar|март|мар",
  "apr|апрел|апр",
  "may|май|мая",
  "jun|июн",
  "jul|июл",
  "aug|август|авг",
  "sep|сентябр|сен",
  "oct|октябр|окт",
  "nov|ноябр|ноя",
  "dec|декабр|дек",
].map((words) => new RegExp(`^(${words})`))

const TIME = String.raw`(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?`
const ZONE = String.raw`(z|utc|gmt|msk|мск)?\s*\(?(?:(?:utc|gmt)?\s*([+-]\d{1,2}):?(\d{2})?)?\)?(?: [a-z]{3,4})?`
const REST = String.raw`(?:(?:[ t]|,\s*|\s+в\s+|\s+at\s+|\s+-\s+)\s*${TIME}\s*${ZONE})?$`
const ymd = new RegExp(String.raw`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})${REST}`)
const dmy = new RegExp(String.raw`^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})${REST}`)
const compact = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(z)?$/
const dayMonth = new RegExp(String.raw`^(\d{1,2})[ -.]([a-zа-я]+)\.?[ -,]\s*(\d{4})(?:\s*г\.?)?${REST}`)
const monthDay = new RegExp(String.raw`^([a-zа-я]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})${REST}`)

/** Reads one cell of a column of times. */
export function readCellTime(cell: Cell | undefined, { order, zone }: TimeReading): CellTime {
  if (cell === null || cell === undefined) return null
  if (typeof cell === "object") return fromWall(cell.wall, zone)
  const number = readNumber(cell)
  if (number !== null) return fromNumber(number, zone)
  const given = cellText(cell)
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[a-zа-я]{2,12}\.?, /, "")
  const [year, month, date, rest] = readDate(given, order) ?? []
  if (year === undefined || month === undefined || date === undefined || rest === undefined) return null
  const day = dayOf(year < 100 ? 2000 + year : year, month, date)
  if (day === null) return null
  const [hour, minute, second, fraction, half, name, offsetHours, offsetMinutes] = rest
  if (hour === undefined || minute === undefined) return "day-only"
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.startsWith("p") ? 12 : 0)
  if (
    hours > 23 ||
    Number(minute) > 59 ||
    Number(second ?? 0) > 59 ||
    (half !== undefined && Number(hour) > 12)
  )
    return null
  const wall =
    day * DAY_MS +
    hours * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second ?? 0) * 1_000 +
    Math.floor(Number(`0.${fraction ?? 0}`) * 1_000)
  if (offsetHours !== undefined) {
    const ahead = Math.abs(Number(offsetHours)) * 60 + Number(offsetMinutes ?? 0)
    return inReason(wall - (offsetHours.startsWith("-") ? -ahead : ahead) * 60_000)
  }
  if (name === "msk" || name === "мск") return fromWall(wall, "Europe/Moscow")
  return name === undefined ? fromWall(wall, zone) : inReason(wall)
}

type Rest = (string | undefined)[]

/** Year, month, date, and the groups of the time behind them. */
function readDate(given: string, order: TimeReading["order"]): [number, number, number, Rest] | null {
  const iso = ymd.exec(given)
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4)]
  const marked = dmy.exec(given)
  if (marked) {
    const [one, other] = [Number(marked[1]), Number(marked[3])]
    // What cannot be a month is none, whatever was chosen for the file.
    const isDayFirst = one > 12 || (other <= 12 && (order === "day-first" || marked[2] === "."))
    return [Number(marked[4]), isDayFirst ? other : one, isDayFirst ? one : other, marked.slice(5)]
  }
  const tight = compact.exec(given)
  if (tight) {
    const [, year, month, date, hour, minute, second, utc] = tight
    return [Number(year), Number(month), Number(date), [hour, minute, second, undefined, undefined, utc]]
  }
  const named = dayMonth.exec(given)
  if (named) return withMonth(named[2], Number(named[1]), Number(named[3]), named.slice(4))
  const american = monthDay.exec(given)
  return american && withMonth(american[1], Number(american[2]), Number(american[3]), american.slice(4))
}

function withMonth(name = "", date: number, year: number, rest: Rest): [number, number, number, Rest] | null {
  const month = months.findIndex((words) => words.test(name)) + 1
  return month === 0 ? null : [year, month, date, rest]
}

function readNumber(cell: string | number): number | null {
  if (typeof cell === "number") return cell
  const given = cell.trim()
  // Eight digits that begin like a year are a date, fourteen a date and a time.
  if (compact.test(given) && given.length !== 10 && given.length !== 13) return null
  return /^\d{1,16}([.,]\d{1,12})?$/.test(given) ? Number(given.replace(",", ".")) : null
}

function fromNumber(number: number, zone: string): CellTime {
  if (number >= SERIAL.from && number < SERIAL.to)
    return fromWall(roundSerial((number - SERIAL.epoch) * DAY_MS), zone)
  if (number >= 1e9 / 2 && number < 1e11) return inReason(number * 1_000)
  if (number >= 1e11 && number < 1e14) return inReason(number)
  return number >= 1e14 && number < 1e16 ? inReason(number / 1_000) : null
}

/** Days of a spreadsheet are fractions, and come out a millisecond short. */
const roundSerial = (wall: number) => Math.round(wall / 100) * 100

function fromWall(wall: number, zone: string): CellTime {
  const day = Math.floor(wall / DAY_MS)
  const within = wall - day * DAY_MS
  const minutes = Math.floor(within / 60_000)
  const minute = findZone(zone)?.instantAt(day, minutes)
  return minute === undefined ? null : inReason(minute + (within - minutes * 60_000))
}

function inReason(at: number): number | null {
  const whole = Math.floor(at)
  return whole >= EARLIEST && whole <= LATEST ? whole : null
}
