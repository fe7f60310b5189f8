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

/** Why a piece is not read, and what it may be: a whole log in an object (`{ "events": [ … ] }`). */
export function explainLength(what: string, beginning: string): string {
  const reason = `${what} has at most 64 KiB`
  const list = /^\s*\{\s*"([\w.-]{1,40})"\s*:\s*\[\s*[{[]/.exec(beginning)?.[1]
  return list === undefined
    ? reason
    : `${reason}; this one begins a list in \`${list}\`: save that list alone, or one event a line`
}
