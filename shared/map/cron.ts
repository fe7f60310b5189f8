import { CronPattern } from "croner"

/** Minute, hour, day, month, weekday: numbers, lists, ranges, steps, and names where the field has them. */
const FIELDS = [/^[\d*/,-]+$/, /^[\d*/,-]+$/, /^[\d*/,-]+$/, /^[\dA-Za-z*/,-]+$/, /^[\dA-Za-z*/,-]+$/]

/**
 * Reads a schedule of five plain fields, or gives null.
 *
 * What only some cron programs know (`L`, `W`, `#`, `@daily`, seconds) is not part of the map's language.
 */
export function readCron(text: string): CronPattern | null {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 5 || !fields.every((field, index) => FIELDS[index]?.test(field))) return null
  try {
    const pattern = new CronPattern(fields.join(" "), "UTC", { mode: "5-part" })
    return pattern.lastWeekday ? null : pattern
  } catch {
    return null
  }
}

export function isCron(text: string): boolean {
  return readCron(text) !== null
}
