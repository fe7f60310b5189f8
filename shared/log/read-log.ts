import { parseEvent, type TouchpointEvent } from "../event"
import { findDialect } from "./dialects"
import type { Dialect, Refusal, ToldEvent } from "./dialects/dialect"
import { asFields } from "./fields"
import { findHostile } from "./hostile-value"
import type { LogPiece } from "./log-piece"
import { recogniseLog } from "./recognise-log"
import { splitLog } from "./split-log"
import { nameUnread, nameUnreadLine } from "./unread-log"
import { startReadingWalls } from "./walls"

/** A line that cannot be used, with its number from 1. `at` where its time could be read: the time of its finding. */
export interface BadLine {
  line: number
  reason: string
  at?: number
}

export type LogEntry = { line: number; event: TouchpointEvent } | BadLine

export interface LogOptions {
  /** The name of the only dialect that the log may have (`--format`). Left out, each is recognised by itself. */
  format?: string
  /** The IANA zone of times that name none where a dialect has the walls of some zone (`yandex-logs`). Left out, they are refused. */
  zone?: string
  /** What one item of the iterable is: a portion of text of any size (the default), or one line without its end. */
  items?: "portions" | "lines"
}

/** Lines with one event each that were not read again: how many followed one another, and the first of them. */
export interface SkippedLines {
  line: number
  skipped: number
}

/** Reads a log that arrives in portions. Each call gives the entries that are complete by then, in their order. */
export interface LogReader<Entry = LogEntry> {
  push(text: string): Entry[]
  end(): Entry[]
  /** Whether a time was read by `zone`. */
  hasAskedZone(): boolean
}

/** A log that has been read before. */
export interface Rereading {
  /** Whether a line, on which there is one event, need not be read again. Asked once a line; its turn is told. */
  skips(line: number): boolean
}

/**
 * Begins to read a log: NDJSON or one JSON list, of any dialect. Holds one line, and at first those few by which the
 * dialect is recognised; what is wrong becomes a `BadLine`, and nothing throws but a `RangeError` at once for an
 * unknown `format` (ask `findDialect` before) or `zone`. An event without an id gets the number of its line; further ones of the same line `LINE.2`, `LINE.3`….
 * Source: the journey engine, "Input", "Bad input" and rule 1.
 */
export function startLog(options?: Omit<LogOptions, "items">): LogReader
export function startLog(options: Omit<LogOptions, "items"> & Rereading): LogReader<LogEntry | SkippedLines>
export function startLog(
  options: Omit<LogOptions, "items"> & Partial<Rereading> = {},
): LogReader<LogEntry | SkippedLines> {
  const insisted = options.format === undefined ? undefined : findDialect(options.format)
  if (insisted && "problem" in insisted) throw new RangeError(insisted.problem)

  const walls = options.zone === undefined ? undefined : startReadingWalls(options.zone)

  let entries: (LogEntry | SkippedLines)[] = []
  let lastLine = 0
  let ofLine = 0

  const nameEvent = (line: number): string => {
    ofLine = line === lastLine ? ofLine + 1 : 1
    lastLine = line
    return ofLine === 1 ? String(line) : `${line}.${ofLine}`
  }

  const recognised = recogniseLog(insisted?.dialect, (line, value, dialect) => {
    const ids = new Set<string>()
    for (const told of dialect.read(value, walls?.read)) {
      const name = nameEvent(line)
      if (isRefusal(told)) {
        entries.push({ line, reason: explainRefusal(value, dialect, told.reason) })
        continue
      }
      const parsed = parseEvent(told.id === undefined || told.id === null ? { ...told, id: name } : told)
      if ("reason" in parsed)
        entries.push({ line, ...parsed, reason: explainRefusal(value, dialect, parsed.reason) })
      else entries.push({ line, event: tellApart(parsed.event, ids) })
    }
  })

  const { skips } = options
  let readLine = 0
  let skippedLine = 0
  /** All of a line is skipped or nothing of it; and what the dialect is recognised by is read each time. */
  const isSkipped = (line: number): boolean => {
    if (line === skippedLine) return true
    if (line === readLine) return false
    if (!skips || !recognised.isDecided() || !skips(line)) {
      readLine = line
      return false
    }
    skippedLine = line
    const last = entries[entries.length - 1]
    if (last && "skipped" in last) last.skipped++
    else entries.push({ line, skipped: 1 })
    return true
  }

  const splitter = splitLog((piece) => {
    if (isSkipped(piece.line)) return
    const value = parsePiece(piece)
    if ("reason" in value) recognised.pass(() => entries.push(value))
    // A line that is a list of objects is a batch; a list that begins with a word or a number is a call.
    else if (Array.isArray(value.json) && asFields(value.json[0]))
      for (const one of value.json) recognised.take(piece.line, one)
    else recognised.take(piece.line, value.json)
  }, skips && isSkipped)

  const handOver = () => {
    const complete = entries
    entries = []
    return complete
  }
  return {
    push(text) {
      splitter.push(text)
      return handOver()
    },
    end() {
      splitter.end()
      recognised.end()
      return handOver()
    },
    hasAskedZone: () => walls?.wasAsked() ?? false,
  }
}

/** All entries of a log, one by one, while it is read. See `startLog`. */
export async function* readLog(
  items: Iterable<string> | AsyncIterable<string>,
  options: LogOptions = {},
): AsyncGenerator<LogEntry, void, undefined> {
  const reader = startLog(options)
  for await (const item of items) yield* reader.push(options.items === "lines" ? `${item}\n` : item)
  yield* reader.end()
}

/** The same for a log that is at hand whole. */
export function readWholeLog(text: string, options: Omit<LogOptions, "items"> = {}): LogEntry[] {
  const reader = startLog(options)
  const entries = reader.push(text)
  return [...entries, ...reader.end()]
}

function isRefusal(told: ToldEvent | Refusal): told is Refusal {
  return "reason" in told && !("person" in told)
}

/** An export may be one object with the events in it: what is missing then is not a time. */
function explainRefusal(value: unknown, { recognise }: Dialect, reason: string): string {
  const lists = Object.entries(asFields(value) ?? {}).filter(
    ([, inner]) => Array.isArray(inner) && asFields(inner[0]),
  )
  const [name = ""] = lists[0] ?? []
  const unread = nameUnread(value)
  if (unread !== null) return unread
  if (lists.length !== 1 || recognise(value) > 0 || !/^[\w.-]{1,40}$/.test(name)) return reason
  return `this holds a list in \`${name}\`: save that list alone, or one event a line`
}

function parsePiece(piece: LogPiece): { json: unknown } | BadLine {
  if ("reason" in piece) return piece
  try {
    let json: unknown = JSON.parse(piece.text)
    // Queues and log services put a line into a text.
    if (typeof json === "string" && json.startsWith("{")) json = JSON.parse(json)
    const reason = findHostile(json)
    return reason ? { line: piece.line, reason } : { json }
  } catch {
    const isObject = /^[\s\ufeff]*[{[]/.test(piece.text)
    return {
      line: piece.line,
      reason: isObject
        ? "this is no JSON"
        : (nameUnreadLine(piece.text) ?? "this is no JSON: an event is { … } on one line"),
    }
  }
}

/** Several events of one value may carry its one id; only the first keeps it, or the others would be repetitions. */
function tellApart(event: TouchpointEvent, ids: Set<string>): TouchpointEvent {
  let id = event.id
  for (let nth = 2; ids.has(id); nth++) id = `${event.id}.${nth}`
  ids.add(id)
  return id === event.id ? event : { ...event, id }
}
