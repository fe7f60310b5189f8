import type { TouchpointEvent } from "../../shared/event"
import { type CommunicationMap, type Journey, parseEvent, startJourney } from "../domain"
import type { SwitchedInbox } from "../inbox/state"
import type { MapOrigin } from "../overlay/state"
import { applyAssignment } from "./assign-evidence"
import { chooseMap } from "./choose-map"
import type { Source } from "./evidence-store"
import { findEchoes } from "./inbox/take-lines"
import type { Journal } from "./journal"
import { listBeyond } from "./keep-within"
import type { MapLibrary } from "./map-library"
import { recallMaps } from "./recall-maps"
import type { Retention } from "./settings"
import { newSiteRecord, type SiteRecord } from "./site-record"

/** What is known of a site besides its events: all that a page needs to be told. */
export interface SiteHead {
  record: SiteRecord
  map: CommunicationMap
  mapText: string
  /** The person's own map that is in use, by its id in the library. */
  libraryId: string | null
  mapOrigin: { origin: MapOrigin; from: string | null }
}

/** One site's journey as the worker holds it in memory: a fold over the journal, made anew when the worker wakes. */
export interface SiteJourney extends SiteHead {
  journey: Journey
  events: Map<string, TouchpointEvent>
  /** The sources of evidence for this site, as last read. */
  sources?: readonly Source[]
  /** Inboxes that are read for this site while they are open. */
  inboxes?: readonly SwitchedInbox[]
  /** Events that could not be used, stored ones and told ones. */
  refused: { count: number; reason: string }
  /** Why the disk could not be read. */
  broken: string | null
  /** Why the last events could not be written; null once they could. */
  unwritten: string | null
  /** Why nothing is written to the disk, and all is kept only until the browser ends. */
  inMemory: string | null
}

/** What a site's journey is made of, besides its events. */
export interface Kept {
  journal: Journal
  library: MapLibrary
  retention: Retention
}

export async function readSiteHead(
  { journal, library }: Pick<Kept, "journal" | "library">,
  site: string,
  at: number,
): Promise<SiteHead> {
  const record = (await journal.readSite(site)) ?? newSiteRecord(site, at)
  const { map, text, origin, from, libraryId } = chooseMap(record, await library.list(), await recallMaps())
  return { record, map, mapText: text, libraryId: libraryId ?? null, mapOrigin: { origin, from } }
}

export async function loadSiteJourney(
  { journal, retention }: Pick<Kept, "journal" | "retention">,
  head: SiteHead,
  at: number,
): Promise<SiteJourney> {
  const { site } = head.record
  const loaded: SiteJourney = {
    ...head,
    journey: startJourney(head.map, { coverage: [], arrivals: true }),
    events: new Map(),
    refused: { count: 0, reason: "" },
    broken: null,
    unwritten: null,
    inMemory: journal.broken,
  }
  const events = (await readStored(loaded, journal, site)).flatMap(
    (stored) => readEvent(loaded, stored) ?? [],
  )
  const beyond = new Set(listBeyond(events, retention, at))
  if (beyond.size > 0) await journal.removeEvents(site, [...beyond])
  const echoes = findEchoes(events)
  for (const event of events) if (!beyond.has(event.id) && !echoes.has(event.id)) takeEvent(loaded, event)
  return loaded
}

/** A disk that cannot be read costs the past, not what happens from now on. */
async function readStored(loaded: SiteJourney, journal: Journal, site: string): Promise<unknown[]> {
  try {
    return await journal.readEvents(site)
  } catch (error) {
    loaded.broken = reasonOf(error)
    return []
  }
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Into the fold. The caller has parsed it and written it to the journal. */
export function takeEvent(loaded: SiteJourney, event: TouchpointEvent): void {
  if (loaded.events.has(event.id)) return
  const taken = applyAssignment(loaded.record, event)
  loaded.events.set(event.id, taken)
  loaded.journey.push(taken)
}

/** Parsed, or counted among the refused. */
export function readEvent(loaded: SiteJourney, value: unknown): TouchpointEvent | null {
  const parsed = parseEvent(value)
  if ("event" in parsed) return parsed.event
  loaded.refused = { count: loaded.refused.count + 1, reason: parsed.reason }
  return null
}

/** The person whose journey the overlay shows: the one who did something here last. */
export function latestPerson(loaded: SiteJourney): string | null {
  const { shown } = loaded.record
  let latest: TouchpointEvent | null = null
  // A message to somebody else of this site does not make that one the visitor.
  for (const event of loaded.events.values())
    if (!event.name.startsWith("message_") && (!latest || event.at >= latest.at)) latest = event
  if (shown && (latest === null || latest.at < shown.since)) return shown.person
  return latest?.person ?? null
}
