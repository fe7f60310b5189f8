import { MAP_BYTES } from "../map/map-document"
import type { MapProblem } from "../map/map-problem"
import { NOT_UTF8 } from "./decode-text"
import { makeHarmless } from "./read-options"
import { BadInput, type Shell } from "./shell"

/** What the system says of a file that cannot be read, in words. */
export function explainReading(path: string, error: unknown): BadInput {
  return new BadInput(
    `cannot read ${path}: ${explainSystem(error, {
      ENOENT: "there is no such file",
      EACCES: "it may not be read",
      EPERM: "it may not be read",
    })}`,
  )
}

/** The same of one that cannot be written. */
export function explainWriting(path: string, error: unknown): BadInput {
  return new BadInput(
    `cannot write ${path}: ${explainSystem(error, {
      ENOENT: "there is no such folder",
      EACCES: "it may not be written",
      EPERM: "it may not be written",
      EROFS: "it may not be written",
      ENOSPC: "the disk is full",
    })}`,
  )
}

function explainSystem(error: unknown, own: Record<string, string>): string {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : null
  const known: Record<string, string> = {
    ...own,
    EISDIR: "it is a folder",
    ENOTDIR: "a part of its path is no folder",
    ELOOP: "its links lead in a circle",
    ENAMETOOLONG: "its name is too long",
  }
  return known[String(code)] ?? (error instanceof Error ? error.message : String(error))
}

/** The portions of a file, with failures told as bad input. */
export async function* readPortions(shell: Shell, path: string): AsyncGenerator<string, void, undefined> {
  try {
    yield* shell.read(path)
  } catch (error) {
    throw error instanceof BadInput ? error : explainReading(path, error)
  }
}

/** A whole small file. Stops reading what is larger than any map may be. */
export async function readSmallFile(shell: Shell, path: string): Promise<string> {
  let text = ""
  for await (const portion of readPortions(shell, path)) {
    text += portion
    if (text.length > MAP_BYTES) break
  }
  const broken = text.indexOf(NOT_UTF8)
  if (broken >= 0) {
    const line = text.slice(0, broken).split("\n").length
    throw new BadInput(`cannot read ${path}: line ${line} is not UTF-8; save the file as UTF-8`)
  }
  return text
}

/**
 * Whether a text that should be a map is a log: `lines` where it has objects one a line, so that what is wrong with it as a
 * map says nothing; `maybe` where it is one object, and no map.
 */
export function findLog(text: string): "lines" | "maybe" | null {
  const [first = "", second = ""] = text.slice(0, 200_000).trimStart().split("\n", 2)
  if (!isNoMap(first)) return null
  return isNoMap(second) ? "lines" : "maybe"
}

function isNoMap(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value)
    return isObject && !("cuelight" in value) && !("stages" in value)
  } catch {
    return false
  }
}

/** The errors of a map as lines that editors and terminals can follow: `file:line:column: message (path)`. */
export function writeProblems(path: string, problems: readonly MapProblem[]): string {
  const lines = problems.map(({ line, column, message, path: where }) => {
    const said = `${path}:${line}:${column}: ${message}${where === "" ? "" : ` (${where})`}`
    return `${makeHarmless(said).replaceAll("\n", " ")}\n`
  })
  return lines.join("")
}
