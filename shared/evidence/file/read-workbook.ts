import { unzipSync, zipSync } from "fflate"
import readXlsx from "read-excel-file/universal"
import { type Cell, FileFault, MOST_COLUMNS, MOST_ROWS, type TableRow } from "./table"

/** A small archive may unpack into more than any machine has. */
const MOST_UNPACKED = 400 * 1024 * 1024
const MOST_ENTRIES = 2_000

export interface Sheet {
  name: string
  rows: TableRow[]
  cut: boolean
}

/** The sheets of an XLSX file, those without a cell left out. Throws `FileFault`. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  let sheets: Awaited<ReturnType<typeof readXlsx>>
  try {
    sheets = await readXlsx(repack(bytes))
  } catch (error) {
    throw error instanceof FileFault ? error : new FileFault("broken-workbook")
  }
  return sheets.flatMap(({ sheet, data }) => {
    const rows = data.slice(0, MOST_ROWS).flatMap((cells, index) => {
      const read = cells.slice(0, MOST_COLUMNS).map(readCell)
      return read.some((cell) => cell !== null && cell !== "") ? [{ line: index + 1, cells: read }] : []
    })
    return rows.length === 0 ? [] : [{ name: sheet, rows, cut: data.length > MOST_ROWS }]
  })
}

/**
 * The same archive without compression. Large ones would otherwise be unpacked in a worker of a `blob:` address, which an
 * extension's pages do not allow and nobody hears of.
 */
function repack(bytes: Uint8Array): ArrayBuffer {
  let unpacked = 0
  let entries = 0
  const files = unzipSync(bytes, {
    filter({ name, originalSize }) {
      unpacked += originalSize
      if (unpacked > MOST_UNPACKED || ++entries > MOST_ENTRIES) throw new FileFault("too-large")
      return name.endsWith(".xml") || name.endsWith(".xml.rels")
    },
  })
  if (!("xl/workbook.xml" in files)) throw new FileFault("not-a-table")
  return zipSync(files, { level: 0 }).slice().buffer as ArrayBuffer
}

function readCell(cell: unknown): Cell {
  // Days with fractions come out a millisecond short.
  if (cell instanceof Date) return readWall(Math.round(cell.getTime() / 100) * 100)
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null
  if (typeof cell === "boolean") return String(cell)
  return typeof cell === "string" ? cell : null
}

const readWall = (wall: number): Cell => (Number.isFinite(wall) ? { wall } : null)
