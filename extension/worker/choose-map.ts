import { type CommunicationMap, parseMap, starterMaps } from "../domain"
import type { MapProblem } from "../overlay/state"
import type { SiteRecord, StoredMap } from "./site-record"

export interface ChosenMap {
  map: CommunicationMap
  origin: "page" | "file" | "text" | "starter"
  from: string | null
}

/** The person's own map for this site, else the page's, else the starter map for shops. */
export function chooseMap(record: SiteRecord): ChosenMap {
  for (const stored of [record.ownMap, record.pageMap]) {
    if (!stored) continue
    const { map } = parseMap(stored.text)
    // A stored map was good when it was stored; only an older version's may be refused here.
    if (map) return { map, origin: stored.origin, from: stored.from }
  }
  const { map, problems } = parseMap(starterMaps["online-shop"])
  if (!map) throw new Error(`The starter map is broken: ${problems[0]?.message}`)
  return { map, origin: "starter", from: null }
}

/**
 * Takes a new map into the record, or says why not and leaves the record's last good one in use.
 */
export function offerMap(record: SiteRecord, offered: StoredMap): MapProblem[] {
  const { map, problems } = parseMap(offered.text)
  if (!map) {
    record.refusedMap = { from: offered.from, problems: problems.slice(0, 50) }
    return problems
  }
  record.refusedMap = null
  if (offered.origin === "page") record.pageMap = offered
  else record.ownMap = offered
  return []
}
