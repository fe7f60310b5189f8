/** A date as a spreadsheet keeps it: what a wall shows, without a zone. ms, as if the wall stood in UTC. */
export interface WallTime {
  wall: number
}

export type Cell = string | number | WallTime | null

export interface TableRow {
  /** Where it stands in the file, from 1. */
  line: number
  cells: Cell[]
}

/** Rows of a file under the names of their columns, whatever kind of file it was. */
export interface Table {
  /** The sheet's name; null where the file has no sheets. */
  name: string | null
  /** Each is there once. */
  headers: string[]
  rows: TableRow[]
  /** Lines that could not become rows. */
  broken: { line: number; reason: RowFault }[]
  /** There was more than is read. */
  cut: boolean
}

/** Why a row gives no evidence; `detail` is the value that could not be used, shortened. */
export type RowFault =
  | "not-json"
  | "no-time"
  | "bad-time"
  | "day-only"
  | "no-status"
  | "unknown-status"
  | "no-channel"
  | "unknown-channel"
  | "incoming"

/** Why a file cannot be read at all. */
export type FileFaultCode =
  | "empty"
  | "too-large"
  | "not-a-table" // a picture, a PDF, an archive of something else
  | "old-excel" // .xls of before 2007
  | "locked-workbook" // with a password
  | "broken-workbook"
  | "no-columns"

export class FileFault extends Error {
  constructor(readonly code: FileFaultCode) {
    super(code)
  }
}

export const MOST_FILE_BYTES = 64 * 1024 * 1024
export const MOST_ROWS = 200_000
export const MOST_COLUMNS = 300
const MOST_CELL = 1_000

/** A cell's text as it is shown; empty where there is none. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ""
  if (typeof cell === "string") return cell.trim().slice(0, MOST_CELL)
  if (typeof cell === "number") return String(cell)
  return new Date(cell.wall)
    .toISOString()
    .replace("T", " ")
    .replace(/\.000Z$/, "")
    .replace("Z", "")
}

/** The name by which a file's columns are known again: its headers, in their order. */
export function signatureOf({ headers }: Pick<Table, "headers">): string {
  return headers.join("\u001f").toLowerCase().slice(0, 10_000)
}
