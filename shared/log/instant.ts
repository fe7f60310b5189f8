import { readInstant } from "../event"

/** Seconds since 1970 end here (the year 5138), milliseconds begin (March 1973). */
const FIRST_IN_MS = 1e11
/** Milliseconds end here (the year 5138), microseconds begin (March 1973). */
const FIRST_IN_MICROSECONDS = 1e14

const looseDate = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=\D|$)(.*)$/

/**
 * Milliseconds UTC of a time as analytics logs write it, `undefined` where it is none: ISO 8601, also with days and
 * months of one digit (Segment's own documentation has them) and with ` UTC` behind (BigQuery's timestamps), and numbers
 * or digits in seconds, milliseconds or microseconds, told apart by their size.
 */
export function readLooseInstant(value: unknown): number | undefined {
  if (typeof value === "number") return readEpoch(value)
  if (typeof value !== "string" || value.length > 60) return undefined
  const exact = readInstant(value)
  if (typeof exact === "number") return exact
  const text = value.trim()
  if (/^\d{9,17}(\.\d+)?$/.test(text)) return readEpoch(Number(text))
  const date = looseDate.exec(text.replace(/ ?UTC$/, "Z"))
  if (!date) return undefined
  const [, year, month = "", day = "", rest] = date
  const instant = readInstant(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}${rest}`)
  return typeof instant === "number" ? instant : undefined
}

/** Milliseconds UTC of microseconds UTC, as a number or in digits. What is finer than milliseconds is cut. */
export function readMicroseconds(value: unknown): number | undefined {
  const microseconds = typeof value === "string" && /^\d{1,17}$/.test(value) ? Number(value) : value
  if (typeof microseconds !== "number" || !Number.isFinite(microseconds)) return undefined
  return Math.floor(microseconds / 1000)
}

function readEpoch(value: number): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined
  const ms = value < FIRST_IN_MS ? value * 1000 : value < FIRST_IN_MICROSECONDS ? value : value / 1000
  const instant = readInstant(Math.floor(ms))
  return typeof instant === "number" ? instant : undefined
}
