import { unescapeCell } from "./split-table"

const MOST_CELLS = 10_000

/**
 * A list in a cell as ClickHouse writes it: `[1,2]`, `['a','b']`, also with the quotes escaped once more (`[\'a\']`), or as
 * JSON. Numbers stay texts: ids may have more digits than a number holds. Undefined for what is no list.
 */
export function readCells(cell: unknown): readonly unknown[] | undefined {
  if (Array.isArray(cell)) return cell
  if (typeof cell !== "string" || !cell.startsWith("[")) return undefined
  return split(cell) ?? split(unescapeCell(cell))
}

const plain = /^[^,'"\][\\\s]+/

/** From the left to the right, each letter once. */
function split(text: string): string[] | undefined {
  const cells: string[] = []
  let at = 1
  const skipBlanks = () => {
    while (text[at] === " ") at++
  }
  skipBlanks()
  if (text[at] === "]") return at === text.length - 1 ? cells : undefined
  while (cells.length < MOST_CELLS) {
    skipBlanks()
    const quote = text[at]
    if (quote === "'" || quote === '"') {
      let end = at + 1
      while (end < text.length && text[end] !== quote) end += text[end] === "\\" ? 2 : 1
      if (end >= text.length) return undefined
      cells.push(unescapeCell(text.slice(at + 1, end)))
      at = end + 1
    } else {
      const [found] = plain.exec(text.slice(at, at + 64)) ?? []
      if (found === undefined) return undefined
      cells.push(found)
      at += found.length
    }
    skipBlanks()
    if (text[at] === "]") return at === text.length - 1 ? cells : undefined
    if (text[at] !== ",") return undefined
    at++
  }
  return undefined
}
