import type { TouchpointEvent } from "../../shared/event"
import { type AuditFile, type CommunicationMap, parseMap, startJourney } from "../domain"
import type { SiteJourney } from "../worker/site-journey"
import { newSiteRecord } from "../worker/site-record"

/** A journey that a page holds by itself: of a saved audit, or of the tour. Nothing of it is kept or told to anybody. */
export function openJourney(given: {
  site: string
  map: CommunicationMap
  mapText: string
  from: string | null
  events: readonly TouchpointEvent[]
  coverage: AuditFile["coverage"]
  recordedFrom: number
  /** Until when somebody watched; who watched until then is taken to go on. */
  now: number
}): SiteJourney {
  const { map, events, now } = given
  const record = newSiteRecord(given.site, given.recordedFrom)
  record.watched = given.coverage.map(({ channel, from, to }) => ({
    channel,
    from,
    to: to >= now ? null : to,
  }))
  const journey = startJourney(map, { coverage: [], arrivals: true })
  for (const event of events) journey.push(event)
  return {
    record,
    map,
    mapText: given.mapText,
    libraryId: null,
    mapOrigin: { origin: "file", from: given.from },
    journey,
    events: new Map(events.map((event) => [event.id, event])),
    refused: { count: 0, reason: "" },
    broken: null,
    unwritten: null,
    inMemory: null,
  }
}

/** The journey of a saved audit; `readAuditFile` has made sure that its map is a good one. */
export function openAudit(file: AuditFile): SiteJourney {
  const { map, problems } = parseMap(file.map.text)
  if (!map) throw new Error(`The map of the audit is broken: ${problems[0]?.message}`)
  const { recordedFrom } = file.settings
  const first = file.events.reduce((earliest, { at }) => Math.min(earliest, at), file.now)
  return openJourney({
    ...file,
    map,
    mapText: file.map.text,
    from: file.map.from,
    recordedFrom: typeof recordedFrom === "number" ? recordedFrom : first,
  })
}
