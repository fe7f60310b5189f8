/** What is cut out of a log: the text of one value, or why there is none. `line` counts from 1. */
export type LogPiece = { line: number; text: string } | { line: number; reason: string }

/** Cuts a log into pieces while it arrives. Holds at most one piece; never throws. */
export interface LogSplitter {
  /** Takes the next characters, in portions of any size, and tells every piece that they complete. */
  push(text: string): void
  /** There is no more. */
  end(): void
}

/** The largest piece, in UTF-8 bytes: the engine's limit for one event. */
export { EVENT_BYTES as PIECE_BYTES } from "../event"

const encoder = new TextEncoder()

/** Whether a text has at most so many UTF-8 bytes. Counts them only where its length leaves a doubt. */
export function fitsIn(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return true
  return text.length <= bytes && encoder.encode(text).length <= bytes
}
