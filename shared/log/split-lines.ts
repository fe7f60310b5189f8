import { explainLength, fitsIn, type LogPiece, type LogSplitter, PIECE_BYTES } from "./log-piece"

/**
 * One piece a line: line feeds, with or without carriage returns. Blank lines, byte order marks and a comma around a value
 * are left out, and a line of more than 64 KiB is never held. A line that `skips` is not even cut out.
 */
export function splitLines(
  tell: (piece: LogPiece) => void,
  firstLine = 1,
  skips: (line: number) => boolean = () => false,
  trim = trimValue,
): LogSplitter {
  let line = firstLine
  let held = ""
  let tooLong = false
  let beginning = ""

  function finish(): void {
    const text = trim(held)
    if (tooLong || !fitsIn(held, PIECE_BYTES))
      tell({ line, reason: explainLength("a line", tooLong ? beginning : held) })
    else if (text !== "") tell({ line, text })
    held = ""
    tooLong = false
  }

  function hold(text: string): void {
    if (tooLong) return
    held += text
    tooLong = held.length > PIECE_BYTES
    if (!tooLong) return
    beginning = held.slice(0, 200)
    held = ""
  }

  return {
    push(text) {
      let from = 0
      for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
        if (held !== "" || tooLong || !skips(line)) {
          hold(text.slice(from, to))
          finish()
        }
        line++
        from = to + 1
      }
      if (from < text.length) hold(text.slice(from))
    },
    end: finish,
  }
}

/** Without what a list that lost its brackets leaves at the ends of a line, and JSON text sequences (RFC 7464). */
function trimValue(held: string): string {
  let text = held.trim()
  if (text.startsWith(",") || text.startsWith("\u001e")) text = text.slice(1).trimStart()
  if (text.endsWith(",")) text = text.slice(0, -1).trimEnd()
  return text
}
