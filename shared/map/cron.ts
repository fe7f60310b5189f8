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

const FIELD_NAMES = ["minute", "hour", "day of the month", "month", "weekday"]

/** What to tell whoever wrote a schedule that cannot be read: how one is written, and the field that is wrong. */
export function explainCron(text: unknown): string {
  const says = 'a schedule is five fields (minute, hour, day, month, weekday): "0 10 * * MON"'
  const fields = typeof text === "string" ? text.trim().split(/\s+/) : []
  if (fields.length !== FIELD_NAMES.length) return says
  const wrong = fields.findIndex(
    (field, index) => !isCron(EVERY.map((any, at) => (at === index ? field : any)).join(" ")),
  )
  const field = fields[wrong]
  return field === undefined ? says : `${says}; \`${field.slice(0, 40)}\` is no ${FIELD_NAMES[wrong]}`
}

const EVERY = ["*", "*", "*", "*", "*"]

export function isCron(text: string): boolean {
  return readCron(text) !== null
}
