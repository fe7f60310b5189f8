import type { TouchpointEvent } from "../event"

/** What a spreadsheet shows of an event; the rest stands in `props` as JSON. */
const columns: [name: string, read: (event: TouchpointEvent) => unknown][] = [
  ["at", ({ at }) => new Date(at).toISOString()],
  ["name", ({ name }) => name],
  ["person", ({ person }) => person],
  ["user", ({ user }) => user],
  ["session", ({ session }) => session],
  ["page_url", ({ page }) => page?.url],
  ["page_title", ({ page }) => page?.title],
  ["campaign_source", ({ campaign }) => campaign?.source],
  ["campaign_medium", ({ campaign }) => campaign?.medium],
  ["campaign_name", ({ campaign }) => campaign?.name],
  ["value", ({ props }) => props?.value],
  ["currency", ({ props }) => props?.currency],
  ["transaction_id", ({ props }) => props?.transaction_id],
  ["gesture", ({ gesture }) => (gesture ? [gesture.type, gesture.target].filter(Boolean).join(" ") : "")],
  ["source", ({ source }) => source],
  ["id", ({ id }) => id],
  ["props", ({ props }) => props],
]

/**
 * Events as CSV by RFC 4180: a header, CRLF, every field that needs it in quotes. A text that a spreadsheet would take
 * for a formula (it begins with = + - @, a tab or a line end) has an apostrophe before it; numbers are left as they are.
 */
export function writeCsv(events: readonly TouchpointEvent[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...events.map((event) => columns.map(([, read]) => read(event))),
  ]
  return rows.map((row) => `${row.map(writeField).join(",")}\r\n`).join("")
}

function writeField(value: unknown): string {
  if (value === undefined || value === null) return ""
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  const text = guardFormula(typeof value === "string" ? value : JSON.stringify(value))
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Signs that begin a formula; full-width ones are read as their plain ones by some. */
const sign = "[=+\\-@＝＋－＠]"
/** What a spreadsheet takes no notice of before a sign: blanks, marks of direction and byte order, other unseen ones. */
const unseen = "[\\s\\p{Cc}\\p{Cf}]*"
const formula = new RegExp(`^(?:${unseen}${sign}|[\\t\\r\\n])`, "u")
/** Where a semicolon, a tab or a line's end parts the fields (in half of Europe), a formula may begin in the middle. Bounded: a text of 64 KiB must not hang. */
const innerFormula = new RegExp(`([;\\t\\r\\n]"?[\\s\\p{Cc}\\p{Cf}]{0,20})(?=${sign})`, "gu")

/** OWASP, "CSV injection". */
function guardFormula(text: string): string {
  const inside = text.replace(innerFormula, "$1'")
  return formula.test(inside) ? `'${inside}` : inside
}

/** Events as NDJSON, one a line, in their order: what `cuelight audit` reads. */
export function writeNdjson(events: readonly TouchpointEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join("")
}
