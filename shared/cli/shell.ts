import type { WebCaller } from "../evidence/web"

/** What a command may do to the machine. Only `main.ts` gives the real one; tests give their own. */
export interface Shell {
  /** The text of a file, or of standard input for `-`, in portions. Throws what the system says. */
  read(path: string): AsyncIterable<string>
  /** The bytes of a whole file, no more than `most` of them: the rest is not read. */
  readBytes(path: string, most: number): Promise<Uint8Array>
  /** Whether it can be read again from its beginning: a file, and no pipe. */
  rereads(path: string): Promise<boolean>
  /** Writes a file, piece by piece where the text is long. */
  write(path: string, text: Iterable<string>): Promise<void>
  /** Results, for standard output. */
  print(text: string): void
  /** Errors and progress, for standard error. */
  complain(text: string): void
  /** Standard output is a terminal: colours may be used. */
  colours: boolean
  /** Standard error is a terminal: progress may be shown. */
  showsProgress: boolean
  /** Columns of the terminal. */
  width: number
  /** ms UTC. */
  now(): number
  language: "en" | "ru"
  /** The network, for sources of evidence. */
  call: WebCaller
  /** A variable of the environment: tokens stand there, and not on the command line. */
  environment(name: string): string | undefined
}

/** Exit statuses of the commands. */
export const CLEAN = 0
export const FOUND = 1
export const BAD_INPUT = 2

/** What is wrong with what the command was given: told on standard error, exit 2. */
export class BadInput extends Error {}
