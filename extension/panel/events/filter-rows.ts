import type { EventMark, EventRow } from "../states/events"

export interface EventFilter {
  query: string
  /** Empty: any. */
  name: string
  source: string
  onlyRemarks: boolean
}

export const noFilter: EventFilter = { query: "", name: "", source: "", onlyRemarks: false }

/** What is searched of a row, made when it is first searched. */
const texts = new WeakMap<EventRow, string>()

function textOf(row: EventRow): string {
  const known = texts.get(row)
  if (known !== undefined) return known
  const { id: _, person: __, session: ___, ...searched } = row.event
  const text = JSON.stringify(searched).toLowerCase()
  texts.set(row, text)
  return text
}

/** The rows that fit; every word of the query stands somewhere in the event. */
export function filterRows(
  rows: readonly EventRow[],
  filter: EventFilter,
  marks: Readonly<Record<string, EventMark>>,
): readonly EventRow[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && !filter.name && !filter.source && !filter.onlyRemarks) return rows
  return rows.filter((row) => {
    const { event, remarks } = row
    if (filter.name && event.name !== filter.name) return false
    if (filter.source && !event.source.split("+").includes(filter.source)) return false
    if (filter.onlyRemarks && remarks.length === 0 && !markOf(row, marks)) return false
    return words.length === 0 || words.every((word) => textOf(row).includes(word))
  })
}

export function markOf({ event }: EventRow, marks: Readonly<Record<string, EventMark>>): EventMark | null {
  return Object.hasOwn(marks, event.id) ? (marks[event.id] ?? null) : null
}

/** Newest first; events of one instant in the order of the log, the later one on top. */
export function newestFirst(rows: readonly EventRow[]): EventRow[] {
  const ordered = rows.map((row, place) => ({ row, place }))
  ordered.sort((one, other) => other.row.event.at - one.row.event.at || other.place - one.place)
  return ordered.map(({ row }) => row)
}

/** The most frequent names or sources, for choosing; a hostile page may tell thousands. */
export function listChoices(rows: readonly EventRow[], read: (row: EventRow) => string[]): string[] {
  const counts = new Map<string, number>()
  for (const row of rows) for (const name of read(row)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .sort((one, other) => other[1] - one[1])
    .slice(0, 100)
    .map(([name]) => name)
}
