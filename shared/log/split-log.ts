import { type LogPiece, type LogSplitter, PIECE_BYTES } from "./log-piece"
import { splitArray } from "./split-array"
import { splitLines } from "./split-lines"
import { beginOfTable, splitTable } from "./split-table"

const blanks = /^[\s\ufeff]*/
/** A list begins with an object or a list, or is empty. `["event", …` and `[12345, "hit", …` are lines: calls of gtag and ym. */
const beginOfList = /^[\s\ufeff]*\[[\s\ufeff]*[[{\]]/
const beginOfLines = /^[\s\ufeff]*(\[[\s\ufeff]*[^\s\ufeff[{\]]|[^\s\ufeff[])/
/** So far it may be one: portions may be of one letter. */
const maybeTable = /^[\s\ufeff]*"?y(m(:(s|pv?)?)?)?$/
/** Behind the first object of a log: the end of its line, as one a line has it, or at once the next. */
const behindFirst = /^[^\S\n]*,?[^\S\n]*(?:(\n)|(\{)|(\S))/
/** A line of one bracket, and a key on the next: nobody writes one event a line so. */
const beginOfLayout = /^[\s\ufeff]*\{\s*\n\s*"/

/**
 * Cuts a log into its values: one a line (NDJSON), the elements of one JSON list, objects one behind the other in any
 * layout, or the rows of a table. The first characters decide. Where there is one a line, lines that `skips` are passed over.
 */
export function splitLog(tell: (piece: LogPiece) => void, skips?: (line: number) => boolean): LogSplitter {
  let chosen: LogSplitter | undefined
  let held = ""
  let line = 1
  let lookAgain = 0
  const readLineEnds = startReadingLineEnds()

  function choose(isLast: boolean): LogSplitter | undefined {
    if (beginOfList.test(held)) return splitArray(tell, line)
    if (beginOfTable.test(held)) return splitTable(tell, line, skips)
    if (!isLast && maybeTable.test(held)) return undefined
    if (beginOfLines.test(held)) {
      const layout = findLayout(held) ?? (isLast || held.length > PIECE_BYTES ? "lines" : undefined)
      return (
        layout &&
        (layout === "lines" ? splitLines(tell, line, skips) : splitArray(tell, line, { loose: true }))
      )
    }
    // Blanks before the first value are not held, however many there are.
    const [before = ""] = blanks.exec(held) ?? []
    line += before.split("\n").length - 1
    held = held.slice(before.length)
    if (held.length > PIECE_BYTES) return splitArray(tell, line)
    return isLast && held !== "" ? splitLines(tell, line, skips) : undefined
  }

  function push(text: string, isLast: boolean): void {
    if (!chosen) {
      held += text
      // Portions may be of one letter: what did not say it is looked at again when it has doubled, or with a further line.
      if (!isLast && held.length < lookAgain && !text.includes("\n")) return
      lookAgain = held.length * 2
      chosen = choose(isLast)
      text = held
      if (chosen) held = ""
    }
    chosen?.push(text)
  }

  return {
    push: (text) => push(readLineEnds(text, false), false),
    end() {
      push(readLineEnds("", true), true)
      chosen?.end()
    },
  }
}

/** Whether a log of objects has one a line; undefined as long as its first lines do not say. */
function findLayout(text: string): "lines" | "loose" | undefined {
  const start = text.search(/[^\s\ufeff]/)
  if (text.charAt(start) !== "{") return "lines"
  const lineEnd = text.indexOf("\n", start)
  const first = lineEnd < 0 ? text.slice(start) : text.slice(start, lineEnd + 1)
  if (lineEnd >= 0 && first.trim() === "{") {
    if (beginOfLayout.test(text)) return "loose"
    return text.slice(lineEnd).trim() === "" ? undefined : "lines"
  }
  const end = findObjectEnd(first)
  if (end < 0) return lineEnd < 0 ? undefined : "lines"
  const [, newline, bracket, other] = behindFirst.exec(first.slice(end)) ?? []
  return bracket ? "loose" : newline || other ? "lines" : undefined
}

/** Where the object with which a text begins has ended; -1 where it has not. */
function findObjectEnd(text: string): number {
  let depth = 0
  let inText = false
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index)
    if (letter === '"') inText = !inText
    else if (inText) index += letter === "\\" ? 1 : 0
    else if (letter === "{") depth++
    else if (letter === "}" && --depth === 0) return index + 1
  }
  return -1
}

/**
 * A log whose first line ends with a carriage return alone, as on machines of long ago and in some exports, has lines
 * that end so; no JSON has that character within a text.
 */
function startReadingLineEnds(): (text: string, isLast: boolean) => string {
  let habit: "\n" | "\r" | undefined
  let open = false
  return (given, isLast) => {
    if (habit === "\n") return given
    let text = given
    if (habit === undefined) {
      if (open) text = `\r${text}`
      open = false
      const at = text.search(/[\r\n]/)
      if (at < 0) return text
      if (text.charAt(at) === "\r" && at === text.length - 1 && !isLast) {
        open = true
        return text.slice(0, at)
      }
      habit = text.charAt(at) === "\r" && text.charAt(at + 1) !== "\n" ? "\r" : "\n"
    }
    return habit === "\r" ? text.replaceAll("\r", "\n") : text
  }
}
