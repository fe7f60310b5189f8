import type { LogPiece, LogSplitter } from "./log-piece"
import { splitLines } from "./split-lines"

/** A table begins with the names of its columns, and those of Yandex.Metrica's Logs API say whose it is. */
export const beginOfTable = /^[\s\ufeff]*"?ym:(s|pv):/

/**
 * Cuts a table with tabs between its columns, as ClickHouse writes it, into a value a row: an object by the names in the
 * first line, of texts; lists and JSON are as they stand, for whoever reads them. A row with another number of columns is told; an empty cell is left out.
 */
export function splitTable(
  tell: (piece: LogPiece) => void,
  firstLine = 1,
  skips: (line: number) => boolean = () => false,
): LogSplitter {
  let columns: string[] | undefined
  let firstRow = Number.POSITIVE_INFINITY
  const take = (piece: LogPiece) => {
    if ("reason" in piece) return tell(piece)
    if (piece.text.trim() === "") return
    const cells = piece.text.split("\t")
    if (!columns) {
      columns = cells.map((name) => name.trim())
      firstRow = piece.line + 1
      if (cells.length === 1 && /[,;]/.test(piece.text))
        tell({
          line: piece.line,
          reason: "a table of the Logs API has tabs between its columns: save it as it comes",
        })
      return
    }
    if (cells.length !== columns.length) {
      const reason = `this row has ${cells.length} columns, and the first line names ${columns.length}`
      return tell({ line: piece.line, reason })
    }
    const row: [string, string][] = []
    for (const [index, name] of columns.entries()) {
      const cell = cells[index] ?? ""
      if (cell !== "" && cell !== "\\N") row.push([name, /^[[{]/.test(cell) ? cell : unescapeCell(cell)])
    }
    tell({ line: piece.line, text: JSON.stringify(Object.fromEntries(row)) })
  }
  const trim = (held: string) => held.replace(/^\ufeff/, "").replace(/\r$/, "")
  return splitLines(take, firstLine, (line) => line >= firstRow && skips(line), trim)
}

const escapes: Record<string, string> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f", "0": "\0" }

/** What ClickHouse writes into a cell with a backslash before it. */
export function unescapeCell(cell: string): string {
  return cell.includes("\\") ? cell.replace(/\\(.)/g, (_, letter: string) => escapes[letter] ?? letter) : cell
}
