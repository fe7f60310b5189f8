import { countKnown, isData } from "./column-names"
import { decodeBytes, type Encoding, guessEncoding } from "./decode-bytes"
import { readJsonText } from "./flatten-json"
import { readDelimited } from "./read-delimited"
import { readWorkbook } from "./read-workbook"
import { cellText, FileFault, MOST_FILE_BYTES, type Table, type TableRow } from "./table"

export interface FileTables {
  kind: "csv" | "xlsx" | "json"
  /** What divides the columns; null where nothing does. */
  delimiter: string | null
  /** Null where the file says it itself. */
  encoding: Encoding | null
  /** One, or one a sheet. */
  tables: Table[]
}

const startsWith = (bytes: Uint8Array, ...first: number[]) =>
  first.every((byte, index) => bytes[index] === byte)

/** Reads an export: CSV, XLSX, or JSON with one object a line or a list. What it is, its bytes say. Throws `FileFault`. */
export async function readTables(bytes: Uint8Array, asEncoding?: Encoding): Promise<FileTables> {
  if (bytes.length === 0) throw new FileFault("empty")
  if (bytes.length > MOST_FILE_BYTES) throw new FileFault("too-large")
  // Also what Excel makes of a file with a password.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new FileFault(isLocked(bytes) ? "locked-workbook" : "old-excel")
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) {
    const sheets = await readWorkbook(bytes)
    const tables = sheets.map(({ name, rows, cut }) => ({ ...underHeaders(rows), name, broken: [], cut }))
    return { kind: "xlsx", delimiter: null, encoding: null, tables: withColumns(tables) }
  }
  const encoding = asEncoding ?? guessEncoding(bytes)
  const text = decodeBytes(bytes, encoding)
  if (hasBinary(text)) throw new FileFault("not-a-table")
  if (/^\ufeff?\s*[[{]/.test(text)) {
    const table = readJsonText(text.replace(/^\ufeff/, ""))
    if (table) return { kind: "json", delimiter: null, encoding, tables: withColumns([table]) }
  }
  const { rows, delimiter, cut } = readDelimited(text)
  const table = { ...underHeaders(rows), name: null, broken: [], cut }
  return { kind: "csv", delimiter, encoding, tables: withColumns([table]) }
}

function withColumns(tables: Table[]): Table[] {
  const usable = tables.filter(({ headers, rows }) => headers.length > 0 && rows.length > 0)
  if (usable.length === 0) throw new FileFault("no-columns")
  return usable
}

/** "EncryptedPackage" is what a locked workbook holds, its name written with two bytes a letter. */
function isLocked(bytes: Uint8Array): boolean {
  const start = new TextDecoder("utf-16le").decode(bytes.subarray(0, Math.min(bytes.length, 65_536) & ~1))
  return start.includes("EncryptedPackage")
}

function hasBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\u0000-\u0008\u000e-\u001a]/.test(text.slice(0, 100_000)) || text.startsWith("%PDF")
}

/**
 * Above the names of the columns an export may have a title, a date, the name of the person who made it: the row with
 * the most known names is taken for them, else the first with several cells. A file without names gets numbers.
 */
function underHeaders(rows: readonly TableRow[]): Pick<Table, "headers" | "rows"> {
  const texts = rows.slice(0, 20).map(({ cells }) => cells.map(cellText))
  const known = texts.map(countKnown)
  const most = Math.max(0, ...known)
  let place = most >= 2 ? known.indexOf(most) : texts.findIndex((cells) => cells.filter(Boolean).length > 1)
  if (place < 0) place = 0
  const names = texts[place] ?? []
  const isNamed = (known[place] ?? 0) >= 2 || !names.some(isData)
  const below = isNamed ? rows.slice(place + 1) : rows.slice(place)
  const width = below
    .slice(0, 1_000)
    .reduce((widest, { cells }) => Math.max(widest, cells.length), names.length)
  const headers: string[] = []
  for (let column = 0; column < width; column++) {
    const name = (isNamed && names[column]) || String(column + 1)
    let once = name.slice(0, 200)
    for (let again = 2; headers.includes(once); again++) once = `${name.slice(0, 200)} (${again})`
    headers.push(once)
  }
  return { headers, rows: below }
}
