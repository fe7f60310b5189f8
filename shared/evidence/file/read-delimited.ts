import { MOST_COLUMNS, MOST_ROWS, type TableRow } from "./table"

const DELIMITERS = [",", ";", "\t", "|"] as const
/** So much of a file tells by what its columns are divided. */
const SAMPLE_CHARACTERS = 64_000
const SAMPLE_ROWS = 40
/** A quote that is opened and never closed must not swallow the file. */
const MOST_QUOTED = 32_768

export interface Delimited {
  rows: TableRow[]
  delimiter: string
  cut: boolean
}

/** Reads CSV as RFC 4180 and Excel write it, whatever divides its columns. Blank lines are left out. */
export function readDelimited(given: string): Delimited {
  const text = given.replace(/^\ufeff/, "")
  // Excel's own word for what divides the columns.
  const [line = "", said] = /^"?sep=(.)"?\r?\n/i.exec(text) ?? []
  const delimiter = said ?? guessDelimiter(text.slice(0, SAMPLE_CHARACTERS))
  return {
    ...divide(text, delimiter, { from: line.length, line: line === "" ? 1 : 2, most: MOST_ROWS }),
    delimiter,
  }
}

/** The one that divides most rows into the same number of columns. */
function guessDelimiter(sample: string): string {
  let best = { delimiter: ",", score: 0 }
  for (const delimiter of DELIMITERS) {
    const { rows, ragged } = divide(sample, delimiter, { from: 0, line: 1, most: SAMPLE_ROWS })
    const counts = new Map<number, number>()
    for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
    for (const [columns, times] of counts) {
      const score = columns < 2 ? 0 : (times / (rows.length + ragged)) * (Math.min(columns, 40) + 1)
      if (score > best.score) best = { delimiter, score }
    }
  }
  return best.delimiter
}

function divide(
  text: string,
  delimiter: string,
  { from, line, most }: { from: number; line: number; most: number },
): { rows: TableRow[]; ragged: number; cut: boolean } {
  const rows: TableRow[] = []
  let ragged = 0
  let cells: string[] = []
  let begun = line
  let place = from
  const endRow = () => {
    if (cells.some((cell) => cell.trim() !== ""))
      rows.push({ line: begun, cells: cells.slice(0, MOST_COLUMNS) })
    cells = []
  }
  while (place < text.length) {
    if (rows.length >= most) return { rows, ragged, cut: true }
    const quoted = text[place] === '"' ? readQuoted(text, place) : null
    let end = quoted?.end ?? place
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++
    const rest = text.slice(quoted?.end ?? place, end)
    // Behind a closing quote stands what divides the columns, if it is that.
    if (quoted !== null && rest.trim() !== "") ragged++
    cells.push(quoted === null ? rest : quoted.value + rest)
    line += quoted?.lines ?? 0
    place = end
    if (text[place] === delimiter) {
      place++
      // A line that ends with a delimiter ends with an empty cell.
      if (place === text.length) cells.push("")
      continue
    }
    place += text[place] === "\r" && text[place + 1] === "\n" ? 2 : 1
    endRow()
    begun = ++line
  }
  endRow()
  return { rows, ragged, cut: false }
}

/** From a quote to the one that closes it; null where nothing does: then it is a character like any other. */
function readQuoted(text: string, start: number): { value: string; end: number; lines: number } | null {
  let value = ""
  let place = start + 1
  for (;;) {
    const close = text.indexOf('"', place)
    if (close < 0 || close - start > MOST_QUOTED) return null
    value += text.slice(place, close)
    if (text[close + 1] !== '"')
      return { value, end: close + 1, lines: value.match(/\r\n|\r|\n/g)?.length ?? 0 }
    value += '"'
    place = close + 2
  }
}
