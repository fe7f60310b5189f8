import { type EvidenceDraft, readMessageId } from "../draft"
import type { WatchedSpan } from "../spans"
import { type Meaning, TIMES } from "./column-names"
import type { FileMapping } from "./file-mapping"
import { hashText } from "./hash-text"
import { type CellTime, readCellTime } from "./read-cell-time"
import { readChannel } from "./read-channel"
import { readStatus } from "./read-status"
import { type Cell, cellText, type RowFault, type Table } from "./table"

export interface RejectedRow {
  line: number
  reason: RowFault
  /** The value that could not be used, shortened; empty where there is none. */
  value: string
}

export interface FileEvidence {
  evidence: EvidenceDraft[]
  rejected: RejectedRow[]
  /** Rows that say that nothing was sent yet: no fault, and no evidence. */
  empty: number
  /** Each word in the column of the status, with what it is taken for; null: nobody knows. */
  statuses: { word: string; rows: number; kind: string | null }[]
  /** From the first to the last time in it, ms UTC; null without evidence. */
  span: { from: number; to: number } | null
  channels: string[]
}

/** The evidence that the rows of a file are, and the rows that are none, each with its reason. Never throws. */
export function readRows(table: Table, mapping: FileMapping): FileEvidence {
  const rejected: RejectedRow[] = table.broken.map((each) => ({ ...each, value: "" }))
  const evidence: EvidenceDraft[] = []
  const statuses = new Map<string, FileEvidence["statuses"][number]>()
  const seen = new Map<string, number>()
  const places = new Map(
    Object.entries(mapping.columns).map(
      ([meaning, header]) => [meaning, table.headers.indexOf(header)] as const,
    ),
  )
  const read = timesOf(table, mapping, places)
  let empty = 0
  for (const { line, cells } of table.rows) {
    const cell = (meaning: Meaning): Cell => cells[places.get(meaning) ?? -1] ?? null
    const found = readRow(cell, mapping, read, statuses)
    if ("reason" in found) rejected.push({ line, reason: found.reason, value: found.value.slice(0, 80) })
    else if (found.drafts.length === 0) empty++
    else for (const draft of found.drafts) evidence.push(withId(draft, seen))
  }
  let span: FileEvidence["span"] = null
  for (const { at } of evidence)
    span = span === null ? { from: at, to: at } : { from: Math.min(span.from, at), to: Math.max(span.to, at) }
  return {
    evidence,
    rejected: rejected.sort((one, other) => one.line - other.line),
    empty,
    statuses: [...statuses.values()].sort((one, other) => other.rows - one.rows),
    span,
    channels: [...new Set(evidence.map(({ channel }) => channel))],
  }
}

/** What a file covers, by what the person says of it: it has all that was sent on these channels then, or only a part. */
export function spansOf(
  channels: readonly string[],
  time: { from: number; to: number } | null,
): WatchedSpan[] {
  return time === null || time.from > time.to ? [] : channels.map((channel) => ({ channel, ...time }))
}

type ReadTime = (cell: Cell, meaning: Meaning) => CellTime

/** Whole days in a spreadsheet are days without a time, unless the same column holds times too. */
function timesOf({ rows }: Table, mapping: FileMapping, places: ReadonlyMap<string, number>): ReadTime {
  const wholeDays = new Set<string>()
  const isSerial = (cell: Cell | undefined) => typeof cell === "object" && cell !== null
  for (const meaning of ["at", ...TIMES.map((each) => each.meaning)]) {
    const column = places.get(meaning)
    if (column === undefined) continue
    const walls = rows.flatMap(({ cells }) =>
      isSerial(cells[column]) ? [(cells[column] as { wall: number }).wall] : [],
    )
    if (walls.length > 0 && walls.every((wall) => wall % 86_400_000 === 0)) wholeDays.add(meaning)
  }
  return (cell, meaning) =>
    isSerial(cell) && wholeDays.has(meaning) ? "day-only" : readCellTime(cell, mapping)
}

type Draft = Omit<EvidenceDraft, "id">
type Row = { drafts: Draft[] } | { reason: RowFault; value: string }

function readRow(
  cell: (meaning: Meaning) => Cell,
  mapping: FileMapping,
  read: ReadTime,
  statuses: Map<string, FileEvidence["statuses"][number]>,
): Row {
  const word = (meaning: Meaning) => cellText(cell(meaning)) || null
  const direction = word("direction")
  if (direction !== null && /^(in|inbound|incoming|received|входящ)/i.test(direction))
    return { reason: "incoming", value: direction }
  const named = word("channel")
  const channel = named === null ? mapping.channel || null : readChannel(named)
  if (channel === null)
    return { reason: named === null ? "no-channel" : "unknown-channel", value: named ?? "" }
  const to = word("to")?.replace(/^(whatsapp|tel|mailto):/i, "") ?? null
  const common = {
    channel: to !== null && /^whatsapp:/i.test(word("to") ?? "") ? "messenger" : channel,
    to: to?.match(/<([^<>\s]+@[^<>\s]+)>/)?.[1] ?? to,
    person: word("person"),
    providerId: readMessageId(word("provider")),
    scenario: word("scenario"),
    step: word("step"),
    message: word("message"),
    template: word("template"),
    campaigns: word("campaign") === null ? [] : [word("campaign") as string],
    subject: word("subject"),
    sender: word("sender"),
  }
  const drafts: Draft[] = []
  for (const { meaning, kind } of TIMES) {
    if (mapping.columns[meaning] === undefined || word(meaning) === null) continue
    const at = read(cell(meaning), meaning)
    if (typeof at !== "number")
      return { reason: at === null ? "bad-time" : "day-only", value: word(meaning) ?? "" }
    drafts.push({ ...common, kind, at, ...(kind === "bounced" && { bounce: "hard" as const }) })
  }
  const own = readOwnStatus(word("status"), mapping, statuses)
  if (own === null) return { reason: "unknown-status", value: word("status") ?? "" }
  const written = word("at")
  if (written === null) return settleWide(drafts, own, common, mapping, word("status"))
  const at = read(cell("at"), "at")
  if (typeof at !== "number") return { reason: at === null ? "bad-time" : "day-only", value: written }
  if (own.kind === "none") return drafts.length > 0 ? { drafts } : { reason: "no-status", value: "" }
  const { kind, ...more } = own
  if (kind !== "nothing" && !drafts.some((draft) => draft.kind === kind))
    drafts.push({ ...common, ...more, kind, at })
  return { drafts }
}

type OwnStatus = NonNullable<ReturnType<typeof readStatus>> | { kind: "none" }

/** `none` where the row says none, and the file has a column for it. */
function readOwnStatus(
  word: string | null,
  { columns, status, statuses: own }: FileMapping,
  seen: Map<string, FileEvidence["statuses"][number]>,
): OwnStatus | null {
  if (columns.status === undefined) return readStatus(status) ?? { kind: "nothing" }
  if (word === null) return { kind: "none" }
  const read = readStatus(word, own)
  const known = seen.get(word)
  if (known) known.rows++
  else if (seen.size < 300) seen.set(word, { word, rows: 1, kind: read?.kind ?? null })
  return read
}

/** One row a message, with a time for each thing that happened. Its status has no time but that of the send. */
function settleWide(
  drafts: Draft[],
  own: OwnStatus,
  common: Omit<Draft, "kind" | "at">,
  { columns }: FileMapping,
  word: string | null,
): Row {
  if (drafts.length === 0) {
    const hasTimes = columns.at !== undefined || TIMES.some(({ meaning }) => columns[meaning] !== undefined)
    // Nothing was sent, and the row says so.
    if (hasTimes && own.kind === "nothing") return { drafts }
    return { reason: "no-time", value: "" }
  }
  if (word === null || own.kind === "none") return { drafts }
  const { kind, ...more } = own
  const [first] = drafts
  // Planned or cancelled: the time is that of the plan.
  if (kind === "nothing") return { drafts: drafts.filter((draft) => draft.kind !== "sent") }
  if (first === undefined || drafts.some((draft) => draft.kind === kind)) return { drafts }
  // A message that failed was tried then, and did not go out.
  if (kind === "failed" || kind === "bounced")
    return {
      drafts: [
        ...drafts.filter((draft) => draft.kind !== "sent"),
        { ...common, ...more, kind, at: first.at },
      ],
    }
  return { drafts: [...drafts, { ...common, ...more, kind, at: first.at }] }
}

/** The same whenever the row is read again, in whatever file: its content. Of rows that are alike each is one. */
function withId(draft: Draft, seen: Map<string, number>): EvidenceDraft {
  const { kind, at, channel, to, person, providerId, scenario, step, message, template, campaigns, subject } =
    draft
  const content = hashText(
    JSON.stringify([
      kind,
      at,
      channel,
      to,
      person,
      providerId,
      scenario,
      step,
      message,
      template,
      campaigns,
      subject,
    ]),
  )
  const times = (seen.get(content) ?? 0) + 1
  seen.set(content, times)
  return { ...draft, id: times === 1 ? content : `${content}.${times}` }
}
