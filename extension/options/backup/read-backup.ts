import type { TouchpointEvent } from "../../../shared/event"
import { AUDIT_FILE_CHARACTERS, type FileProblem, parseEvent, parseMap } from "../../domain"
import { readTheme } from "../../theme/theme"
import { languages } from "../../words/language"
import type { LibraryMap } from "../../worker/map-library"
import { readRecord } from "../../worker/read-record"
import type { Settings } from "../../worker/settings"
import type { SiteRecord } from "../../worker/site-record"
import { BACKUP_VERSION } from "./collect"

/** What a saved file brings back, read and judged as a whole before anything is written. */
export interface Backup {
  settings: Partial<Settings>
  maps: LibraryMap[]
  sites: { record: SiteRecord; events: TouchpointEvent[] }[]
  /** Where evidence was looked for; the worker reads them, since it knows the connectors. */
  sources: unknown[]
  /** Events that cannot be used: left out. */
  refused: FileProblem[]
}

/** What a file is instead, where that is easily said. */
export type OtherFile = "no-json" | "audit" | "newer" | "foreign"

export type ReadBackup = { backup: Backup } | { problems: FileProblem[]; other?: OtherFile }

const MOST_SITES = 10_000
const MOST_MAPS = 200
const MOST_SOURCES = 1_000
const MOST_TEXT = 2 * 1024 * 1024
const LATEST = 8.64e15

/** Reads a backup of anybody; never throws. One wrong part refuses the file, single events are only left out. */
export function readBackup(text: string): ReadBackup {
  if (text.length > AUDIT_FILE_CHARACTERS) return fail("", "the file is larger than 256 MiB")
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problems: [], other: "no-json" }
  }
  const given = fields(value)
  if (given?.cuelightBackup !== BACKUP_VERSION) return { problems: [], other: nameOther(given) }
  if (!Array.isArray(given.maps) || given.maps.length > MOST_MAPS)
    return fail("maps", `maps are a list of at most ${MOST_MAPS}`)
  if (!Array.isArray(given.sites) || given.sites.length > MOST_SITES)
    return fail("sites", `sites are a list of at most ${MOST_SITES}`)
  const { sources = [] } = given
  if (!Array.isArray(sources) || sources.length > MOST_SOURCES)
    return fail("sources", `sources are a list of at most ${MOST_SOURCES}`)
  const until = isInstant(given.savedAt) ? given.savedAt : 0
  const backup: Backup = {
    settings: readSettings(given.settings),
    maps: [],
    sites: [],
    sources,
    refused: [],
  }
  for (const [index, map] of given.maps.entries()) {
    const read = readMap(map)
    if (!read) return fail(`maps[${index}]`, "a map has an id, a title and a text")
    backup.maps.push(read)
  }
  for (const [index, site] of given.sites.entries()) {
    const path = `sites[${index}]`
    const { record, events } = fields(site) ?? {}
    const read = readRecord(record, `${path}.record`)
    if ("problem" in read) return { problems: [read.problem] }
    if (!Array.isArray(events)) return fail(`${path}.events`, "events are a list")
    // Nobody has watched between the saving and now.
    for (const span of read.record.watched) span.to ??= Math.max(until, span.from)
    backup.sites.push({ record: read.record, events: readEvents(events, path, backup.refused) })
  }
  return { backup }
}

function nameOther(given: Record<string, unknown> | null): OtherFile {
  if (given && "cuelightAudit" in given) return "audit"
  const version = given?.cuelightBackup
  return typeof version === "number" && version > BACKUP_VERSION ? "newer" : "foreign"
}

function readEvents(values: unknown[], path: string, refused: FileProblem[]): TouchpointEvent[] {
  return values.flatMap((value, index) => {
    const parsed = parseEvent(value)
    if ("event" in parsed) return [parsed.event]
    refused.push({ path: `${path}.events[${index}]`, message: parsed.reason })
    return []
  })
}

function readMap(value: unknown): LibraryMap | null {
  const { id, title, text, draft, changedAt, deletedAt } = fields(value) ?? {}
  if (typeof id !== "string" || id === "" || id.length > 200 || typeof title !== "string") return null
  const written = [text, draft].filter((each) => typeof each === "string")
  if (written.length === 0 || written.some((each) => each.length > MOST_TEXT)) return null
  const good = typeof text === "string" ? parseMap(text).map : null
  return {
    id,
    title: title.slice(0, 200),
    // A text that is no map (any more) can still be mended.
    text: good ? (text as string) : null,
    draft: typeof draft === "string" ? draft : good ? null : (text as string),
    sites: good?.sites ?? [],
    changedAt: isInstant(changedAt) ? changedAt : 0,
    deletedAt: isInstant(deletedAt) ? deletedAt : null,
  }
}

function readSettings(value: unknown): Partial<Settings> {
  const { language, theme, mode, right, bottom } = fields(value) ?? {}
  const known = languages.find((each) => each === language)
  return {
    ...(known && { language: known }),
    ...(readTheme(theme) !== "system" && { theme: readTheme(theme) }),
    ...((mode === "pill" || mode === "open") && { mode }),
    ...(isLength(right) && isLength(bottom) && { right, bottom, placedAt: 0 }),
  }
}

function isLength(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < 100_000
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= LATEST
}

function fields(value: unknown): Record<string, unknown> | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null
}

function fail(path: string, message: string): ReadBackup {
  return { problems: [{ path, message }] }
}
