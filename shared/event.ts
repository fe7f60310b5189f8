import * as z from "zod"
import { LAST_INSTANT } from "./map/duration"

/**
 * One occurrence at a touchpoint. The contract is the journey engine's "Input".
 *
 * Here `at` is integer milliseconds UTC: what comes from outside passes `parseEvent` first, which also takes ISO 8601.
 */
export const TouchpointEvent = z.strictObject({
  id: z.string(),
  name: z.string(),
  at: z.number().int(),
  /** Anonymous id, or a user id where the sender knows only that. */
  person: z.string(),
  user: z.string().optional(),
  session: z.string().optional(),
  page: z
    .object({ url: z.string().optional(), title: z.string().optional(), referrer: z.string().optional() })
    .optional(),
  campaign: z
    .object({
      source: z.string().optional(),
      medium: z.string().optional(),
      name: z.string().optional(),
      term: z.string().optional(),
      content: z.string().optional(),
    })
    .optional(),
  device: z.record(z.string(), z.unknown()).optional(),
  props: z.record(z.string(), z.unknown()).optional(),
  /** What the person did just before. `null`: looked for, and none seen in the 2 s before. */
  gesture: z
    .object({
      type: z.string(),
      target: z.string().optional(),
      /** What a pressed button or link says, where the recorder of the extension has seen it. */
      label: z.string().optional(),
      at: z.number().int().optional(),
    })
    .nullable()
    .optional(),
  /** Who told it: `json-ld`, `data-layer`, `api`, `esp`…, joined by `+` where several sources told one thing. */
  source: z.string(),
  /**
   * Where the site's data layer fell short of GA4 and the recorder knew better: paths of amounts that were written as
   * text, and `currency` where none was named. What was meant stands in `props`.
   */
  mended: z.array(z.string()).optional(),
})
export type TouchpointEvent = z.infer<typeof TouchpointEvent>

/** The largest event, in UTF-8 bytes of its JSON. */
export const EVENT_BYTES = 65_536
const MOST_MENDED = 20
const LONGEST_MENDED = 60
/** How deep an event may nest. */
export const EVENT_NESTING = 32

/** No calendar that schedules follow reaches further. */
const EARLIEST = Date.UTC(1900, 0, 1)
export const LATEST = Date.UTC(10_000, 0, 1) - 1

/** Of the years 1990 to 2099: as milliseconds they are a few weeks of 1970, in which there was no web. */
const FIRST_SECONDS = Date.UTC(1990, 0, 1) / 1_000
const LAST_SECONDS = Date.UTC(2100, 0, 1) / 1_000

const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"])

export type ParsedEvent = { event: TouchpointEvent } | { reason: string; at?: number }

/**
 * The only door for events: takes what a page, a file or a service says, and gives an event or the reason why not.
 * Never throws. `at` is ISO 8601 (no offset: UTC; finer than milliseconds: cut) or integer milliseconds UTC. `line`
 * (from 1) stands for a missing id.
 *
 * Written by hand, not by the schema above: it runs for each of millions of lines.
 */
export function parseEvent(value: unknown, line?: number): ParsedEvent {
  if (!isObject(value)) return { reason: "an event is an object" }
  const given = value
  const at = readInstant(given.at)
  if (typeof at === "string") return { reason: at }
  const refuse = (reason: string) => ({ reason, at })
  if (at < EARLIEST || at > LATEST) return { reason: "an event happens between the years 1900 and 9999" }
  if (typeof given.at === "number" && at >= FIRST_SECONDS && at <= LAST_SECONDS)
    return { reason: "this time looks like seconds; a number is milliseconds" }
  const fault = findFault(given, EVENT_NESTING, { left: EVENT_BYTES })
  if (fault) return refuse(fault)
  if (typeof given.name !== "string" || given.name === "")
    return refuse(given.name === undefined ? "an event has a name" : "an event's name is text, and not empty")
  if (typeof given.person !== "string" || given.person === "")
    return refuse(
      given.person === undefined ? "an event has a person" : "an event's person is text, and not empty",
    )
  const id = given.id ?? (line === undefined ? undefined : String(line))
  if (typeof id !== "string" || id === "") return refuse("an event's id is text")
  const event: TouchpointEvent = {
    id,
    name: given.name,
    at,
    person: given.person,
    source: typeof given.source === "string" ? given.source : "unknown",
  }
  if (given.user !== undefined && given.user !== null && given.user !== "") {
    if (typeof given.user !== "string") return refuse("an event's user is text")
    event.user = given.user
  }
  if (typeof given.session === "string") event.session = given.session
  for (const part of ["page", "campaign", "device", "props"] as const) {
    const inner = given[part]
    if (inner === undefined || inner === null) continue
    if (!isObject(inner)) return refuse(`an event's ${part} is an object`)
    event[part] = inner
  }
  if (given.gesture === null) event.gesture = null
  else if (isObject(given.gesture) && typeof given.gesture.type === "string") {
    event.gesture = given.gesture as TouchpointEvent["gesture"]
  }
  if (Array.isArray(given.mended))
    event.mended = given.mended
      .slice(0, MOST_MENDED)
      .filter((path) => typeof path === "string" && path.length <= LONGEST_MENDED)
  return { event }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

const ISO =
  /^([+-]\d{6}|\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,30}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/

/** Milliseconds UTC, or the reason why it is no instant. */
export function readInstant(value: unknown): number | string {
  if (typeof value === "number") {
    if (!Number.isInteger(value)) return "an event's time in milliseconds is a whole number"
    return Math.abs(value) <= LAST_INSTANT ? value : "an event's time is out of range"
  }
  if (typeof value !== "string") return "an event has a time (`at`): ISO 8601 or milliseconds"
  const found = ISO.exec(value)
  if (!found) return "an event's time is ISO 8601 (2026-03-02T10:00:00Z) or milliseconds"
  const [year, month, day, hour, minute, second] = [1, 2, 3, 4, 5, 6].map((index) =>
    Number(found[index] ?? 0),
  )
  const ms = Number((found[7] ?? "").slice(0, 3).padEnd(3, "0"))
  const at = new Date(0)
  at.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day)
  at.setUTCHours(hour ?? 0, minute, second, ms)
  const real =
    at.getUTCMonth() + 1 === month && at.getUTCDate() === day && (hour ?? 0) < 24 && (minute ?? 0) < 60
  // 23:59:60 is a leap second: the clock of the machine has none, the next second is what it shows.
  if (!real || (second ?? 0) > 60) {
    const leap = second === 60 && (hour ?? 0) < 24 && (minute ?? 0) < 60
    if (!leap) return "an event's time names a day or an hour that does not exist"
  }
  const instant = at.getTime() - readOffset(found[8])
  return Number.isFinite(instant) && Math.abs(instant) <= LAST_INSTANT
    ? instant
    : "an event's time is out of range"
}

function readOffset(text: string | undefined): number {
  if (text === undefined || text === "Z" || text === "z") return 0
  const digits = text.slice(1).replace(":", "")
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0)
  return (text.startsWith("-") ? -1 : 1) * minutes * 60_000
}

/** Why a value is too deep, too large or hostile, or null. `room.left` counts down the bytes of the JSON. */
function findFault(value: unknown, depth: number, room: { left: number }): string | null {
  if (typeof value === "string") room.left -= value.length + 2
  else if (typeof value !== "object" || value === null) room.left -= 4
  else {
    if (depth <= 0) return `an event nests at most ${EVENT_NESTING} levels`
    room.left -= 2
    if (Array.isArray(value)) {
      for (const item of value) {
        room.left -= 1
        const fault = findFault(item, depth - 1, room)
        if (fault) return fault
      }
    } else {
      for (const key of Object.keys(value)) {
        if (FORBIDDEN_KEYS.has(key)) return `the key ${key} is refused`
        room.left -= key.length + 4
        const fault = findFault((value as Record<string, unknown>)[key], depth - 1, room)
        if (fault) return fault
      }
    }
  }
  return room.left < 0 ? "an event has at most 64 KiB" : null
}
