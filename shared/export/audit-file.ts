import * as z from "zod"
import { parseEvent, type TouchpointEvent } from "../event"
import { parseMap } from "../map/parse-map"

/** A whole audit of one site as one file: opened elsewhere, it shows the same, and its clock can be moved. */
export interface AuditFile {
  cuelightAudit: 1
  /** When it was saved, and what the site's clock showed then; ms UTC. */
  savedAt: number
  now: number
  site: string
  map: { text: string; from: string | null }
  /** When each channel was watched, as known when it was saved. */
  coverage: { channel: string; from: number; to: number }[]
  /** What is kept of the site besides events and maps; read again by whoever wrote it. */
  settings: Record<string, unknown>
  /** How many values were replaced when it was saved. */
  masked: number
  /** In the order of the log; evidence too. */
  events: TouchpointEvent[]
}

/** One thing that is wrong with a file: where, as `events[3]`, and what. */
export interface FileProblem {
  path: string
  message: string
}

export type ReadAuditFile =
  | { file: AuditFile; refused: FileProblem[] }
  | { file: null; problems: FileProblem[] }

/** Bytes are not counted here: nobody should read more than this many characters into memory to ask. */
export const AUDIT_FILE_CHARACTERS = 256 * 1024 * 1024
const MOST_EVENTS = 1_000_000
const MOST_REFUSED = 100

const Instant = z.number().int().min(-8.64e15).max(8.64e15)
const Shape = z.object({
  cuelightAudit: z.literal(1),
  savedAt: Instant,
  now: Instant,
  site: z.string().min(1).max(300),
  map: z.object({ text: z.string().max(1024 * 1024), from: z.string().max(2000).nullable() }),
  coverage: z.array(z.object({ channel: z.string().max(200), from: Instant, to: Instant })).max(100_000),
  settings: z.record(z.string(), z.unknown()),
  masked: z.number().int().min(0),
  events: z.array(z.unknown()).max(MOST_EVENTS),
})

export function writeAuditFile(file: Omit<AuditFile, "cuelightAudit">): string {
  const { events, ...head } = file
  // An event a line: so that two files can be compared, and looked at.
  const lines = events.map((event) => JSON.stringify(event)).join(",\n")
  return `${JSON.stringify({ cuelightAudit: 1, ...head }, null, 1).slice(0, -2)},\n"events": [\n${lines}\n]}\n`
}

/**
 * Reads an audit file of anybody. Never throws: a file that is none comes with every problem at its path; single events
 * that cannot be used are left out and told in `refused` (at most 100 of them).
 */
export function readAuditFile(text: string): ReadAuditFile {
  const fail = (path: string, message: string): ReadAuditFile => ({
    file: null,
    problems: [{ path, message }],
  })
  if (text.length > AUDIT_FILE_CHARACTERS) return fail("", "the file is larger than 256 MiB")
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return fail("", "this is no JSON")
  }
  if (typeof value !== "object" || value === null || !("cuelightAudit" in value))
    return fail("", "this is no audit saved by Cuelight")
  const read = Shape.safeParse(value)
  if (!read.success)
    return {
      file: null,
      problems: read.error.issues
        .slice(0, MOST_REFUSED)
        .map(({ path, message }) => ({ path: writePath(path), message })),
    }
  const { map, problems } = parseMap(read.data.map.text)
  if (!map)
    return {
      file: null,
      problems: problems.map(({ line, message }) => ({ path: `map.text, line ${line}`, message })),
    }
  const refused: FileProblem[] = []
  const events: TouchpointEvent[] = []
  for (const [index, given] of read.data.events.entries()) {
    const parsed = parseEvent(given, index + 1)
    if ("event" in parsed) events.push(parsed.event)
    else if (refused.length < MOST_REFUSED) refused.push({ path: `events[${index}]`, message: parsed.reason })
  }
  return { file: { ...read.data, events }, refused }
}

function writePath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (written, part) =>
      typeof part === "number"
        ? `${written}[${part}]`
        : written === ""
          ? String(part)
          : `${written}.${String(part)}`,
    "",
  )
}
