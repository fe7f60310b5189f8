import { fitsIn, type LogPiece, type LogSplitter, PIECE_BYTES } from "./log-piece"

/**
 * One piece a line: line feeds, with or without carriage returns. Blank lines and byte order marks are left out, and a
 * line of more than 64 KiB is never held.
 */
export function splitLines(tell: (piece: LogPiece) => void, firstLine = 1): LogSplitter {
  let line = firstLine
  let held = ""
  let tooLong = false

  function finish(): void {
    const text = held.trim()
    if (tooLong || !fitsIn(held, PIECE_BYTES)) tell({ line, reason: "a line has at most 64 KiB" })
    else if (text !== "") tell({ line, text })
    held = ""
    tooLong = false
  }

  function hold(text: string): void {
    if (tooLong) return
    held += text
    tooLong = held.length > PIECE_BYTES
    if (tooLong) held = ""
  }

  return {
    push(text) {
      let from = 0
      for (let to = text.indexOf("\n"); to >= 0; to = text.indexOf("\n", from)) {
        hold(text.slice(from, to))
        finish()
        line++
        from = to + 1
      }
      if (from < text.length) hold(text.slice(from))
    },
    end: finish,
  }
}
