import type { TouchpointEvent } from "../../shared/event"
import { type LogEntry, type LogOptions, readWholeLog } from "../../shared/log/read-log"

/** A log of these values, one a line; a text is a line exactly as it stands. */
export function toLines(...values: readonly unknown[]): string {
  return values.map((value) => (typeof value === "string" ? value : JSON.stringify(value))).join("\n")
}

export function readValues(values: readonly unknown[], options: Pick<LogOptions, "format"> = {}): LogEntry[] {
  return readWholeLog(toLines(...values), options)
}

/** The one event of a log with one value. */
export function readOne(value: unknown, format?: string): TouchpointEvent {
  const entries = readValues([value], format === undefined ? {} : { format })
  const [entry] = entries
  if (entries.length !== 1 || !entry || "reason" in entry)
    throw new Error(`one event expected: ${JSON.stringify(entries)}`)
  return entry.event
}

export function reasonsOf(entries: readonly LogEntry[]): string[] {
  return entries.flatMap((entry) => ("reason" in entry ? [`${entry.line}: ${entry.reason}`] : []))
}

export function eventsOf(entries: readonly LogEntry[]): TouchpointEvent[] {
  return entries.flatMap((entry) => ("reason" in entry ? [] : [entry.event]))
}

/** A Cuelight event that is only an id. */
export function makeEvent(id: string, more: Partial<TouchpointEvent> = {}): TouchpointEvent {
  return { id, name: "go", at: 1_772_445_600_000, person: "a-1", source: "site", ...more }
}
