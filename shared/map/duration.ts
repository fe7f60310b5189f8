import * as z from "zod"

const SHORT = /^(\d+(?:\.\d+)?)(s|m|h|d|w)$/
const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/

const UNIT_MS: Record<string, number> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
}

/** A day of a duration: exactly 24 hours, whatever the clocks do. */
export const DAY_MS = 86_400_000

/** The last instant a clock can show (ms UTC), and so the longest duration that means anything. */
export const LAST_INSTANT = 8.64e15

/**
 * The length of a duration in milliseconds, or null where the text is none.
 *
 * `90s`, `15m`, `1h`, `7d`, `2w`, or ISO 8601 without years and months (they have no exact length): `PT15M`, `P7D`.
 * With `signed` a leading `-` or `+` is taken too (the offset of a date).
 */
export function parseDuration(text: string, { signed = false } = {}): number | null {
  const sign = signed && text.startsWith("-") ? -1 : 1
  const length = signed && /^[+-]/.test(text) ? text.slice(1) : text
  const lengthMs = parseLength(length)
  if (lengthMs === null || !Number.isSafeInteger(lengthMs) || lengthMs > LAST_INSTANT) return null
  return lengthMs === 0 ? 0 : sign * lengthMs
}

function parseLength(text: string): number | null {
  const short = SHORT.exec(text)
  if (short) return Math.round(Number(short[1]) * (UNIT_MS[short[2] ?? ""] ?? Number.NaN))
  const iso = ISO.exec(text)
  if (!iso || iso.slice(1).every((part) => part === undefined)) return null
  const units = ["w", "d", "h", "m", "s"]
  return iso.slice(1).reduce((sum, part, index) => {
    return sum + Math.round(Number(part ?? 0) * (UNIT_MS[units[index] ?? ""] ?? Number.NaN))
  }, 0)
}

/** The length of a duration that the schema has let through. Throws on anything else. */
export function durationMs(text: string): number {
  const lengthMs = parseDuration(text, { signed: true })
  if (lengthMs === null) throw new Error(`Not a duration: ${text}`)
  return lengthMs
}

const SAYS = "a duration is written 90s, 15m, 1h, 7d, 2w or as ISO 8601 (PT15M, P7D)"

/** Units as people write them, by the letter that the language has for them. */
const WRITTEN_UNITS: [RegExp, string][] = [
  [/^(s|sec|secs|seconds?|с|сек)$/i, "s"],
  [/^(m|min|mins|minutes?|мин|минут[аы]?)$/i, "m"],
  [/^(h|hrs?|hours?|ч|час|часа|часов)$/i, "h"],
  [/^(d|days?|д|дн|день|дня|дней)$/i, "d"],
  [/^(w|wks?|weeks?|нед|недел[яиь])$/i, "w"],
]

const NO_EXACT_LENGTH = "; months and years have no exact length: 30d, 365d"

/** What was probably meant by what is no duration, or nothing. */
function proposeDuration(given: unknown): string {
  if (typeof given === "number") return `; ${given} has no unit: ${given}m, ${given}h or ${given}d?`
  if (typeof given !== "string" || given.length > 40) return ""
  if (/^[+-]?P[^T]*\d[MY]/i.test(given.trim())) return NO_EXACT_LENGTH
  const [, sign = "", count, unit = ""] = /^([+-]?)\s*(\d+)\s*(\p{L}*)\.?/u.exec(given.trim()) ?? []
  if (count === undefined) return ""
  if (/^(M|mo|months?|y|years?|мес|месяц(а|ев)?|год(а)?|лет)$/i.test(unit) && unit !== "m")
    return NO_EXACT_LENGTH
  if (unit === "")
    return `; \`${given}\` has no unit: ${sign}${count}m, ${sign}${count}h or ${sign}${count}d?`
  const letter = WRITTEN_UNITS.find(([written]) => written.test(unit))?.[1]
  const proposal = `${sign}${count}${letter ?? ""}`
  if (proposal === given.trim())
    return sign === "-" ? ", and not negative" : "; this one is longer than time lasts"
  return letter ? `: did you mean \`${proposal}\`?` : ""
}

const explain = (issue: { input?: unknown }) => `${SAYS}${proposeDuration(issue.input)}`
const explainOffset = (issue: { input?: unknown }) =>
  `${SAYS}, with - for before${proposeDuration(issue.input)}`

/** `90s`, `15m`, `1h`, `7d`, `2w` or ISO 8601 without years and months. */
export const Duration = z
  .string({ error: explain })
  .refine((text) => parseDuration(text) !== null, { error: explain, abort: true })
  .meta({
    description:
      "A length of time: 90s, 15m, 1h, 7d, 2w or ISO 8601 (PT15M, P7D). A day is exactly 24 hours.",
  })
export type Duration = z.infer<typeof Duration>

/** A duration, or `0` without a unit. */
export const Wait = z.union([z.literal(0, { error: explain }), Duration], { error: explain })

/** A duration that may lie before: `-3d`. */
export const Offset = z
  .string({ error: explainOffset })
  .refine((text) => parseDuration(text, { signed: true }) !== null, { error: explainOffset })
  .meta({ description: "A duration before (-3d) or after (2h) the day." })
export type Offset = z.infer<typeof Offset>
