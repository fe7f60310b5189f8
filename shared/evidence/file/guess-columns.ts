import { MEANINGS, type Meaning, meaningOf, TIMES, zoneInName } from "./column-names"
import type { FileMapping } from "./file-mapping"
import { readCellTime } from "./read-cell-time"
import { readChannel } from "./read-channel"
import { readStatus } from "./read-status"
import { cellText, type Table } from "./table"

const SAMPLE_ROWS = 300

/** What is not certain of a guess, and a person should look at. */
export type Doubt =
  | "time" // no column is known to hold it
  | "order" // 03/04 may be either
  | "zone" // its times name none, nor does the column
  | "channel" // nothing says which
  | "status" // nothing says what became of the messages
  | "owner" // no address, and no person

/** What the columns seem to hold, by their names and by what stands in them. `zone` is taken where the file names none. */
export function guessColumns(table: Table, zone: string): FileMapping {
  const sample = sampleOf(table)
  const columns: FileMapping["columns"] = {}
  const free = table.headers.filter((header) => {
    const meaning = meaningOf(header)
    if (meaning === null || columns[meaning] !== undefined) return true
    // "Sent" may be a time, a number or a yes; a few cells that are none are faults of the file.
    const fits = sample(header).length > 0 && (!isTime(meaning) || looksLike(sample, header, isAnyTime, 0.2))
    if (fits) columns[meaning] = header
    return !fits
  })
  repair(columns, sample, free)
  const timeColumn = timeHeaders(columns)[0]
  const values = timeColumn === undefined ? [] : sample(timeColumn)
  return {
    columns,
    channel: columns.channel === undefined ? guessChannel(columns, sample, table.headers) : "",
    status: "sent",
    statuses: {},
    order: guessOrder(values) ?? "day-first",
    zone: (timeColumn && zoneInName(timeColumn)) || zone,
  }
}

/** What the person should be asked about this reading. */
export function listDoubts(table: Table, { columns, channel }: FileMapping): Doubt[] {
  const sample = sampleOf(table)
  const headers = timeHeaders(columns)
  const values = headers.flatMap((header) => sample(header))
  const doubts: (Doubt | false)[] = [
    headers.length === 0 && "time",
    headers.length > 0 && guessOrder(values) === null && "order",
    values.some((value) => isWallTime(value)) &&
      headers.every((header) => zoneInName(header) === null) &&
      "zone",
    columns.channel === undefined && channel === "" && "channel",
    columns.status === undefined && !TIMES.some(({ meaning }) => columns[meaning] !== undefined) && "status",
    columns.to === undefined && columns.person === undefined && "owner",
  ]
  return doubts.filter((doubt) => doubt !== false)
}

type Sample = (header: string) => Table["rows"][number]["cells"]

function sampleOf({ headers, rows }: Table): Sample {
  return (header) => {
    const column = headers.indexOf(header)
    return rows
      .slice(0, SAMPLE_ROWS)
      .flatMap(({ cells }) => (cellText(cells[column]) === "" ? [] : [cells[column] ?? null]))
  }
}

const isTime = (meaning: Meaning) => meaning === "at" || TIMES.some((each) => each.meaning === meaning)
const timeHeaders = (columns: FileMapping["columns"]) =>
  MEANINGS.filter(isTime).flatMap((meaning) => columns[meaning] ?? [])

type Test = (cell: Table["rows"][number]["cells"][number]) => boolean
const isAnyTime: Test = (cell) => readCellTime(cell, { order: "day-first", zone: "UTC" }) !== null
const isMail: Test = (cell) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(cellText(cell))
const isPhone: Test = (cell) => /^(whatsapp:)?\+?\d[\d\s()-]{8,18}$/.test(cellText(cell)) && !isAnyTime(cell)
const isStatus: Test = (cell) => readStatus(cellText(cell)) !== null

/** Whether nearly all that stands in a column is such a thing. */
function looksLike(sample: Sample, header: string, test: Test, share = 0.8): boolean {
  const cells = sample(header)
  return cells.length > 0 && cells.filter(test).length >= cells.length * share
}

/** What no name has told, the values may. */
function repair(columns: FileMapping["columns"], sample: Sample, free: readonly string[]): void {
  const take = (meaning: Meaning, test: Test) => {
    const found = free.find(
      (header) => !Object.values(columns).includes(header) && looksLike(sample, header, test),
    )
    if (found !== undefined) columns[meaning] = found
  }
  // "Message" may be the text of an SMS, and "Type" the kind of a letter: a status has words that are known.
  if (columns.status !== undefined && !looksLike(sample, columns.status, isStatus)) {
    const named = columns.status
    delete columns.status
    take("status", isStatus)
    columns.status ??= named
  } else if (columns.status === undefined) take("status", isStatus)
  if (columns.to === undefined) take("to", isMail)
  if (columns.to === undefined) take("to", isPhone)
  if (timeHeaders(columns).length === 0) take("at", isAnyTime)
}

function guessChannel(columns: FileMapping["columns"], sample: Sample, headers: readonly string[]): string {
  const named = headers
    .map((header) => readChannel(header.split(/[_\s]/)[0] ?? ""))
    .find((each) => each === "sms" || each === "push")
  if (columns.to !== undefined && looksLike(sample, columns.to, isMail)) return "email"
  if (columns.to !== undefined && looksLike(sample, columns.to, isPhone)) return "sms"
  return named ?? (columns.subject === undefined ? "" : "email")
}

/** `null` where both orders fit all of them, and they are different days. */
function guessOrder(values: Table["rows"][number]["cells"]): FileMapping["order"] | null {
  let open = false
  for (const value of values) {
    const [, first, mark, second, , half] =
      /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})\b(.*)$/.exec(cellText(value)) ?? []
    if (first === undefined || mark === undefined) continue
    if (Number(first) > 12) return "day-first"
    if (Number(second) > 12) return "month-first"
    // Who writes am and pm writes the month first.
    if (/[ap]\.?m/i.test(half ?? "")) return "month-first"
    if (first !== second) open = true
  }
  return open ? null : "day-first"
}

/** A time that does not say in which zone its wall stands: another zone makes it another instant. */
function isWallTime(cell: Table["rows"][number]["cells"][number]): boolean {
  const read = (zone: string) => readCellTime(cell, { order: "day-first", zone })
  return typeof read("UTC") === "number" && read("UTC") !== read("Asia/Tokyo")
}
