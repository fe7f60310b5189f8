import { EVIDENCE_KINDS } from "../draft"
import { MEANINGS, type Meaning } from "./column-names"
import type { TimeReading } from "./read-cell-time"
import type { StatusMeaning } from "./read-status"

/** How the rows of a file become evidence. JSON; kept by the names of the file's columns. */
export interface FileMapping extends TimeReading {
  /** The column that holds each thing, by its name. */
  columns: Partial<Record<Meaning, string>>
  /** Where no column says it: the channel of all rows. */
  channel: string
  /** Where no column says it: what all rows are. */
  status: StatusMeaning
  /** The person's own reading of statuses, by the word in the file. */
  statuses: Record<string, string>
}

const MOST_STATUSES = 200

/** A mapping out of JSON that somebody wrote or kept; what is no part of one is left out. */
export function readMapping(value: unknown, beside: FileMapping): FileMapping {
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>
  const columns: FileMapping["columns"] = {}
  for (const meaning of MEANINGS) {
    const header = own(given.columns, meaning)
    if (typeof header === "string" && header !== "") columns[meaning] = header
  }
  const statuses: Record<string, string> = {}
  if (typeof given.statuses === "object" && given.statuses !== null)
    for (const [word, kind] of Object.entries(given.statuses).slice(0, MOST_STATUSES))
      if (isStatusMeaning(kind) && word !== "__proto__") statuses[word] = kind
  return {
    columns: given.columns === undefined ? beside.columns : columns,
    channel: typeof given.channel === "string" ? given.channel.slice(0, 64) : beside.channel,
    status: isStatusMeaning(given.status) ? given.status : beside.status,
    statuses: given.statuses === undefined ? beside.statuses : statuses,
    order: given.order === "day-first" || given.order === "month-first" ? given.order : beside.order,
    zone: typeof given.zone === "string" ? given.zone.slice(0, 64) : beside.zone,
  }
}

function own(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined
}

function isStatusMeaning(value: unknown): value is StatusMeaning {
  return value === "nothing" || EVIDENCE_KINDS.some((kind) => kind === value)
}
