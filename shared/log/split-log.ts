import { type LogPiece, type LogSplitter, PIECE_BYTES } from "./log-piece"
import { splitArray } from "./split-array"
import { splitLines } from "./split-lines"

const blanks = /^[\s\ufeff]*/
/** A list begins with an object or a list, or is empty. `["event", …` and `[12345, "hit", …` are lines: calls of gtag and ym. */
const beginOfList = /^[\s\ufeff]*\[[\s\ufeff]*[[{\]]/
const beginOfLines = /^[\s\ufeff]*(\[[\s\ufeff]*[^\s\ufeff[{\]]|[^\s\ufeff[])/

/** Cuts a log into its values: one a line (NDJSON), or the elements of one JSON list. The first characters decide. */
export function splitLog(tell: (piece: LogPiece) => void): LogSplitter {
  let chosen: LogSplitter | undefined
  let held = ""
  let line = 1

  return {
    push(text) {
      if (chosen) return chosen.push(text)
      held += text
      if (beginOfList.test(held)) {
        chosen = splitArray(tell, line)
      } else if (beginOfLines.test(held)) {
        chosen = splitLines(tell, line)
      } else {
        // Blanks before the first value are not held, however many there are.
        const [before = ""] = blanks.exec(held) ?? []
        line += before.split("\n").length - 1
        held = held.slice(before.length)
        if (held.length <= PIECE_BYTES) return
        chosen = splitArray(tell, line)
      }
      chosen.push(held)
      held = ""
    },
    end() {
      if (!chosen && held === "") return
      chosen ??= splitLines(tell, line)
      chosen.push(held)
      chosen.end()
    },
  }
}
