import { type Colour, paint } from "./paint"

export interface Cell {
  text: string
  colour?: Colour | undefined
  /** Numbers stand at the right. */
  right?: boolean
}

export type Row = (Cell | string | number)[]

/** Controls, line ends of any kind, turns of the writing direction, and halves of characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are taken out.
const unsafe = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\p{Surrogate}]/gu

/** What a page or file calls things must not move the cursor, colour the screen, or make two lines of a row. */
export function cleanText(text: string): string {
  return text.replace(unsafe, "·")
}

/** Names are cut in the middle: both ends tell more than one. */
export function cutMiddle(text: string, most: number): string {
  const letters = [...text]
  if (letters.length <= most) return text
  const head = Math.ceil((most - 1) / 2)
  return `${letters.slice(0, head).join("")}…${letters.slice(letters.length - (most - 1 - head)).join("")}`
}

/** Rows under their heads, in columns that fit. Without rows: nothing. */
export function writeTable(heads: string[], rows: Row[], colours: boolean): string {
  if (rows.length === 0) return ""
  const cells = rows.map((row) => row.map(readCell))
  const widths = heads.map((head, column) =>
    Math.max(countColumns(head), ...cells.map((row) => countColumns(row[column]?.text ?? ""))),
  )
  const head = heads.map((text, column) => {
    const right = cells[0]?.[column]?.right ?? false
    return paint(fill(text, widths[column] ?? 0, right), "grey", colours)
  })
  const lines = cells.map((row) =>
    row
      .map(({ text, colour, right }, column) => {
        const filled = fill(
          text,
          column === row.length - 1 && !right ? 0 : (widths[column] ?? 0),
          right ?? false,
        )
        return colour ? paint(filled, colour, colours) : filled
      })
      .join("  ")
      .trimEnd(),
  )
  return `${[head.join("  ").trimEnd(), ...lines].map((line) => `  ${line}`).join("\n")}\n`
}

function readCell(cell: Cell | string | number): Cell {
  if (typeof cell === "number") return { text: String(cell), right: true }
  if (typeof cell === "string") return { text: cutMiddle(cleanText(cell), 48) }
  return { ...cell, text: cutMiddle(cleanText(cell.text), 200) }
}

function fill(text: string, width: number, right: boolean): string {
  const blanks = " ".repeat(Math.max(0, width - countColumns(text)))
  return right ? blanks + text : text + blanks
}

function countColumns(text: string): number {
  return [...text].length
}
