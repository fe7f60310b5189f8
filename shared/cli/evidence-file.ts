import type { EvidenceDraft } from "../evidence/draft"
import { MEANINGS } from "../evidence/file/column-names"
import { ENCODINGS, type Encoding } from "../evidence/file/decode-bytes"
import { type FileMapping, readMapping } from "../evidence/file/file-mapping"
import { guessColumns, listDoubts } from "../evidence/file/guess-columns"
import { type FileEvidence, readRows, spansOf } from "../evidence/file/read-rows"
import { type FileTables, readTables } from "../evidence/file/read-tables"
import {
  FileFault,
  type FileFaultCode,
  MOST_FILE_BYTES,
  type RowFault,
  type Table,
} from "../evidence/file/table"
import type { WatchedSpan } from "../evidence/spans"
import { isTimeZone } from "../map/time-zone"
import { explainReading, readSmallFile } from "./read-input"
import { quote } from "./read-options"
import { BadInput, type Shell } from "./shell"

/** What an export says, and what it covers. */
export interface FileReading {
  title: string
  found: EvidenceDraft[]
  spans: WatchedSpan[]
  channels: string[]
}

interface FileSettings {
  path: string
  /** What the settings say beside the path; empty where the file was named alone. */
  given: Record<string, unknown>
}

const FILE_WORDS = ["file", "csv", "xlsx", "ndjson"]

/**
 * `--evidence sent.csv`, `--evidence csv=sent.txt`, `--evidence file=settings.json`; null where this names no file.
 * Throws `BadInput` for settings that cannot be read.
 */
export async function findFile(words: string, shell: Shell): Promise<FileSettings | null> {
  const [, word, value] = /^([a-z]+)=(.*)$/s.exec(words) ?? []
  const isFile =
    word === undefined ? /\.(csv|tsv|txt|xlsx|ndjson|jsonl)$/i.test(words) : FILE_WORDS.includes(word)
  if (!isFile) return null
  const path = word === undefined ? words : (value ?? "")
  if (path === "")
    throw new BadInput(`--evidence ${word}=FILE, or a settings file that names it: { "file": "sent.csv" }`)
  if (!/\.json$/i.test(path)) return { path, given: {} }
  const settings = readSettings(await readSmallFile(shell, path))
  if (settings === null) return { path, given: {} }
  const folder = path.slice(0, path.lastIndexOf("/") + 1)
  const named = String(settings.file)
  return { path: /^([/\\]|[a-z]:)/i.test(named) ? named : `${folder}${named}`, given: settings }
}

/** Null where this is no file of settings but the export itself. */
function readSettings(text: string): Record<string, unknown> | null {
  try {
    const value = JSON.parse(text)
    return typeof value?.file === "string" && value.file !== "" ? value : null
  } catch {
    return null
  }
}

/** Reads an export by what its columns are called, and by the settings where there are any. */
export async function readEvidenceFile(
  { path, given }: FileSettings,
  { timeZone, shell }: { timeZone: string; shell: Shell },
): Promise<FileReading> {
  const read = await readFile(path, given, shell)
  const table = chooseSheet(path, read, given.sheet)
  const mapping = readMapping(given, guessColumns(table, timeZone))
  refuseSettings(path, table, mapping, given)
  refuseDoubts(path, table, mapping, given)
  const rows = readRows(table, mapping)
  tellReading(path, rows, shell)
  const channels = [...new Set([...rows.channels, ...(mapping.channel === "" ? [] : [mapping.channel])])]
  return {
    title: path,
    found: rows.evidence,
    spans: spansOf(channels, readSpan(path, given, rows)),
    channels,
  }
}

async function readFile(path: string, given: Record<string, unknown>, shell: Shell): Promise<FileTables> {
  const encoding = given.encoding as Encoding | undefined
  if (encoding !== undefined && !ENCODINGS.includes(encoding))
    throw new BadInput(`${path}: \`encoding\` is one of ${ENCODINGS.join(", ")}`)
  let bytes: Uint8Array
  try {
    bytes = await shell.readBytes(path, MOST_FILE_BYTES + 1)
  } catch (error) {
    throw explainReading(path, error)
  }
  try {
    return await readTables(bytes, encoding)
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    throw new BadInput(`cannot read ${path}: ${faults[error.code]}`)
  }
}

const faults: Record<FileFaultCode, string> = {
  empty: "it is empty",
  "too-large": "it is larger than 64 MiB, or unpacks into more than 400 MiB",
  "not-a-table": "it is neither CSV nor XLSX nor JSON",
  "old-excel": "it is a workbook of an old Excel; save it as XLSX or CSV",
  "locked-workbook": "it has a password; save it without one",
  "broken-workbook": "it is a broken workbook",
  "no-columns": "there are no rows in it",
}

const reasons: Record<RowFault, string> = {
  "not-json": "it is no JSON object",
  "no-time": "it has no time",
  "bad-time": "this is no time",
  "day-only": "this is a day without a time",
  "no-status": "it has no status",
  "unknown-status": "nobody knows this status; say it in `statuses`",
  "no-channel": "it has no channel",
  "unknown-channel": "this is no channel",
  incoming: "this came in, it was not sent",
}

function chooseSheet(path: string, { tables }: FileTables, sheet: unknown): Table {
  const names = tables.flatMap(({ name }) => name ?? [])
  const found = sheet === undefined ? undefined : tables.find(({ name }) => name === sheet)
  if (sheet !== undefined && !found)
    throw new BadInput(`${path}: it has no sheet ${quote(String(sheet))}; its sheets: ${names.join(", ")}`)
  // Of several sheets the one that looks most like a list of messages; a summary has few columns that are known.
  const usable = tables.filter((table) => !listDoubts(table, guessColumns(table, "UTC")).includes("time"))
  const [first] = found ? [found] : usable.length > 0 ? usable : tables
  if (first === undefined) throw new BadInput(`cannot read ${path}: there are no rows in it`)
  return first
}

const KNOWN = [
  "file",
  "sheet",
  "encoding",
  "columns",
  "channel",
  "status",
  "statuses",
  "order",
  "zone",
  "from",
  "to",
  "covers",
]

function refuseSettings(
  path: string,
  { headers }: Table,
  mapping: FileMapping,
  given: Record<string, unknown>,
): void {
  for (const name of Object.keys(given))
    if (!KNOWN.includes(name))
      throw new BadInput(`${path}: no setting is called ${quote(name)}; known: ${KNOWN.join(", ")}`)
  const named = typeof given.columns === "object" && given.columns !== null ? Object.keys(given.columns) : []
  for (const name of named)
    if (!MEANINGS.some((meaning) => meaning === name))
      throw new BadInput(
        `${path}: nothing is called ${quote(name)} in \`columns\`; known: ${MEANINGS.join(", ")}`,
      )
  for (const header of Object.values(mapping.columns))
    if (!headers.includes(header))
      throw new BadInput(`${path}: it has no column ${quote(header)}; its columns: ${listHeaders(headers)}`)
  if (!isTimeZone(mapping.zone)) throw new BadInput(`${path}: \`zone\` is an IANA name: Europe/Moscow`)
}

const listHeaders = (headers: readonly string[]) =>
  headers
    .slice(0, 60)
    .map((header) => quote(header))
    .join(", ")

/** What a person would be asked: without an answer the audit would say what is not so. */
function refuseDoubts(
  path: string,
  table: Table,
  mapping: FileMapping,
  given: Record<string, unknown>,
): void {
  const doubts = listDoubts(table, mapping)
  const columns = `its columns: ${listHeaders(table.headers)}`
  const say = (setting: string) =>
    `say it with --evidence file=settings.json: { "file": ${JSON.stringify(path)}, ${setting} }`
  if (doubts.includes("time"))
    throw new BadInput(
      `${path}: no column is known to hold the time; ${columns}; ${say('"columns": { "at": "…" }')}`,
    )
  if (doubts.includes("channel"))
    throw new BadInput(`${path}: nothing says on which channel it was; ${say('"channel": "email"')}`)
  if (doubts.includes("owner"))
    throw new BadInput(
      `${path}: no column is known to hold an address or a person; ${columns}; ${say('"columns": { "to": "…" }')}`,
    )
  if (doubts.includes("order") && given.order === undefined)
    throw new BadInput(`${path}: 03/04 may be 3 April or 4 March there; ${say('"order": "day-first"')}`)
}

function readSpan(
  path: string,
  { from, to, covers }: Record<string, unknown>,
  rows: FileEvidence,
): FileEvidence["span"] {
  if (covers === "nothing") return null
  if (covers !== undefined) throw new BadInput(`${path}: \`covers\` is "nothing", or left out`)
  if (from === undefined && to === undefined) return rows.span
  const ends = [from, to].map((text) => (typeof text === "string" ? Date.parse(text) : Number.NaN))
  const [start, end] = ends as [number, number]
  if (!(start <= end))
    throw new BadInput(`${path}: \`from\` and \`to\` are ISO 8601: everything from then to then is in it`)
  return { from: start, to: end }
}

const MOST_TOLD = 20

function tellReading(path: string, { evidence, rejected, span }: FileEvidence, shell: Shell): void {
  if (evidence.length === 0) shell.complain(`${path}: there is no evidence in it\n`)
  else if (span !== null)
    shell.complain(
      `${path}: ${evidence.length} ${evidence.length === 1 ? "piece" : "pieces"} of evidence, from ${new Date(span.from).toISOString()} to ${new Date(span.to).toISOString()}\n`,
    )
  for (const { line, reason, value } of rejected.slice(0, MOST_TOLD))
    shell.complain(
      `${path}:${line}: left out: ${reasons[reason]}${value === "" ? "" : ` (${quote(value)})`}\n`,
    )
  if (rejected.length > MOST_TOLD) shell.complain(`${path}: and ${rejected.length - MOST_TOLD} more rows\n`)
}
