import { parseMap } from "../domain"
import type { MapChoice } from "./choose-map"
import { newSiteRecord, type SiteRecord, type StoredMap, siteOf } from "./site-record"
import type { SavedVisitor } from "./visitors"

export interface RecordProblem {
  path: string
  message: string
}

const MOST_VISITORS = 50
const MOST_WATCHED = 1_000
const MOST_MUTED = 1_000
const MOST_MAP_TEXT = 1024 * 1024
const LATEST = 8.64e15

/** What a file says is known of a site: parsed part by part, since anybody can write a file. Never throws. */
export function readRecord(
  value: unknown,
  path: string,
): { record: SiteRecord } | { problem: RecordProblem } {
  const given = fields(value)
  const fail = (key: string, message: string) => ({ problem: { path: `${path}.${key}`, message } })
  if (!given) return { problem: { path, message: "what is known of a site is an object" } }
  const { site } = given
  if (typeof site !== "string" || siteOf(`https://${site}`) !== site)
    return fail("site", "a site is a host, with its port where it has one")
  if (!isInstant(given.recordedFrom)) return fail("recordedFrom", "an instant is in milliseconds")
  const visitor = fields(given.visitor)
  if (!visitor || typeof visitor.person !== "string" || visitor.person === "")
    return fail("visitor.person", "a visitor has an id")
  const record = newSiteRecord(site, given.recordedFrom)
  record.visitor = {
    person: visitor.person.slice(0, 200),
    session: text(visitor.session, 200),
    lastAt: isInstant(visitor.lastAt) ? visitor.lastAt : 0,
    campaign: text(visitor.campaign, 2000),
  }
  record.source = given.source === "snippet" ? "snippet" : "recorder"
  record.watched = readWatched(given.watched)
  record.hidden = given.hidden === true
  record.savedVisitors = readVisitors(given.savedVisitors)
  for (const key of ["pageMap", "ownMap"] as const) {
    if (given[key] === null || given[key] === undefined) continue
    const map = readMap(given[key])
    if (typeof map === "string") return fail(key, map)
    record[key] = map
  }
  record.muted = readMuted(given.muted)
  record.assigned = readAssigned(given.assigned)
  const choice = readChoice(given.mapChoice)
  if (choice) record.mapChoice = choice
  return { record }
}

function readWatched(value: unknown): SiteRecord["watched"] {
  const list = Array.isArray(value) ? value.slice(0, MOST_WATCHED) : []
  return list.flatMap((item) => {
    const { channel, from, to } = fields(item) ?? {}
    if (typeof channel !== "string" || !isInstant(from)) return []
    return to === null || isInstant(to) ? [{ channel: channel.slice(0, 200), from, to }] : []
  })
}

function readVisitors(value: unknown): SavedVisitor[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_VISITORS) : []
  return list.flatMap((item) => {
    const { person, name, savedAt } = fields(item) ?? {}
    if (typeof person !== "string" || person === "" || !isInstant(savedAt)) return []
    return [{ person: person.slice(0, 200), name: text(name, 100), savedAt }]
  })
}

function readMuted(value: unknown): NonNullable<SiteRecord["muted"]> {
  const list = Array.isArray(value) ? value.slice(0, MOST_MUTED) : []
  return list.flatMap((item) => {
    const { key, reason, at } = fields(item) ?? {}
    if (typeof key !== "string" || key === "" || !isInstant(at)) return []
    return [{ key: key.slice(0, 1000), reason: text(reason, 1000), at }]
  })
}

function readAssigned(value: unknown): NonNullable<SiteRecord["assigned"]> {
  const given = Object.entries(fields(value) ?? {}).slice(0, MOST_MUTED)
  return Object.fromEntries(
    given.flatMap(([key, item]) => {
      const { scenario, step } = fields(item) ?? {}
      if (key === "__proto__" || key.length > 1000) return []
      if (typeof scenario !== "string" || typeof step !== "string") return []
      return [[key, { scenario: scenario.slice(0, 200), step: step.slice(0, 200) }]]
    }),
  )
}

function readMap(value: unknown): StoredMap | string {
  const { origin, from, text: written } = fields(value) ?? {}
  if (typeof written !== "string" || written.length > MOST_MAP_TEXT) return "a map is a text of at most 1 MiB"
  const { problems } = parseMap(written)
  const [first] = problems
  if (first) return `line ${first.line}: ${first.message}`
  return {
    origin: origin === "page" || origin === "file" ? origin : "text",
    from: typeof from === "string" ? from.slice(0, 2000) : null,
    text: written,
  }
}

function readChoice(value: unknown): MapChoice | null {
  const { use, id } = fields(value) ?? {}
  if (use === "page") return { use }
  return (use === "library" || use === "starter") && typeof id === "string"
    ? { use, id: id.slice(0, 200) }
    : null
}

function fields(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= LATEST
}

function text(value: unknown, most: number): string {
  return typeof value === "string" ? value.slice(0, most) : ""
}
