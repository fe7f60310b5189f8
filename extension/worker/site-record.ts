import type { MapProblem } from "../overlay/state"
import type { MapChoice } from "./choose-map"
import type { SavedVisitor } from "./visitors"

/** What is known of a site besides its events. Written to disk, so it only grows by optional fields. */
export interface SiteRecord {
  site: string
  visitor: Visitor
  /** Since when the recorder (ours or the page's) has been looking, ms; on-page channels are covered from then on. */
  recordedFrom: number
  /** Who tells the site's events, as the page said that spoke of it last. */
  source: "recorder" | "snippet"
  /** "I watch this one myself", ms; `to` is null while it goes on. */
  watched: { channel: string; from: number; to: number | null }[]
  /** The map that the page names with `data-map`, as last fetched and found good. */
  pageMap: StoredMap | null
  /** The map that the person gave for this site; it wins over the page's. */
  ownMap: StoredMap | null
  /** Visitors kept to come back to, last saved first. */
  savedVisitors?: SavedVisitor[]
  /** The visitor that was begun or come back to, until another one does something: ms. */
  shown?: { person: string; since: number }
  /** Which map the person chose for this site; left out, it is found by itself. */
  mapChoice?: MapChoice
  /** A map that was refused, and why; the last good one stays in use. */
  refusedMap: { from: string | null; problems: MapProblem[] } | null
  /** When a form or button last told of what, ms by the name of the event. */
  toldAt?: Record<string, number>
  /** Findings that the person does not want to see any more, and why. */
  muted?: { key: string; reason: string; at: number }[]
  /** When an open inbox was looked at, with all that came to be seen in it. */
  looked?: { channel: string; from: number; to: number }[]
  /** Messages of which the person has said which step they are, by `keyOfMessage`. */
  assigned?: Record<string, { scenario: string; step: string }>
  /** What the pages of this site, and nobody else, know: under it they leave what they could not hand over. */
  desk?: string
  /** The person closed the overlay on this site for good. */
  hidden: boolean
}

export interface StoredMap {
  origin: "page" | "file" | "text"
  from: string | null
  text: string
}

/** The visitor of a site without a snippet: the snippet names its own. */
export interface Visitor {
  person: string
  session: string
  lastAt: number
  campaign: string
}

export function newSiteRecord(site: string, at: number): SiteRecord {
  return {
    site,
    visitor: { person: `a-${crypto.randomUUID()}`, session: "", lastAt: 0, campaign: "" },
    recordedFrom: at,
    source: "recorder",
    watched: [],
    pageMap: null,
    ownMap: null,
    refusedMap: null,
    hidden: false,
  }
}

/** A journey begun anew: another visitor, nothing watched, the maps kept. */
export function emptyRecord(record: SiteRecord, at: number): SiteRecord {
  const { pageMap, ownMap, mapChoice, muted, desk } = record
  return {
    ...newSiteRecord(record.site, at),
    pageMap,
    ownMap,
    ...(mapChoice && { mapChoice }),
    ...(muted && { muted }),
    // Pages that are open now may still leave something.
    ...(desk && { desk }),
  }
}

/**
 * The site that an address belongs to: host and port, without `www.`. Null where nothing can be audited.
 */
export function siteOf(url: string | undefined): string | null {
  if (!url) return null
  try {
    const { protocol, host } = new URL(url)
    if (protocol !== "http:" && protocol !== "https:") return null
    return host.replace(/^www\./, "")
  } catch {
    return null
  }
}
