import { type CommunicationMap, matchesSite, parseMap, type StarterMapId, starterMaps } from "../domain"
import type { MapOrigin, MapProblem } from "../overlay/state"
import type { LibraryMap } from "./map-library"
import { type ReadMap, readMap } from "./recall-maps"
import type { SiteRecord, StoredMap } from "./site-record"

export interface ChosenMap {
  map: CommunicationMap
  /** As it is written, for who saves or copies it. */
  text: string
  origin: MapOrigin
  from: string | null
  /** The person's own map, by its id in the library. */
  libraryId?: string
}

/** What the person chose for a site; left out, the site's map is found by itself. */
export type MapChoice = { use: "page" } | { use: "library" | "starter"; id: string }

/**
 * What the person chose; by itself the map given for this very site, else one of the person's maps that names the site,
 * else the page's, else the starter map for shops. A choice that can no longer be had (deleted, never good) is passed
 * over, and holds again when it is back.
 */
export function chooseMap(
  record: SiteRecord,
  library: readonly LibraryMap[] = [],
  read: ReadMap = readMap,
): ChosenMap {
  for (const stored of listCandidates(record, library)) {
    const map = read(stored.text)
    // A stored map was good when it was stored; only an older version's may be refused here.
    if (map) return { ...stored, map }
  }
  throw new Error("The starter map is broken.")
}

function* listCandidates(
  { site, mapChoice, ownMap, pageMap }: SiteRecord,
  library: readonly LibraryMap[],
): Generator<Omit<ChosenMap, "map">> {
  const usable = library.filter(({ text, deletedAt }) => text !== null && deletedAt === null)
  if (mapChoice?.use === "starter" && isStarter(mapChoice.id)) yield starter(mapChoice.id)
  if (mapChoice?.use === "library")
    for (const map of usable) if (map.id === mapChoice.id) yield fromLibrary(map)
  if (mapChoice?.use === "page" && pageMap) yield pageMap
  if (ownMap) yield ownMap
  for (const map of usable) if (matchesSite(map.sites, site)) yield fromLibrary(map)
  if (pageMap) yield pageMap
  yield starter("online-shop")
}

function fromLibrary({ id, title, text }: LibraryMap): Omit<ChosenMap, "map"> {
  return { text: text ?? "", origin: "library", from: title, libraryId: id }
}

function isStarter(id: string): id is StarterMapId {
  return Object.hasOwn(starterMaps, id)
}

function starter(id: StarterMapId): Omit<ChosenMap, "map"> {
  return { text: starterMaps[id], origin: "starter", from: null }
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
  else {
    record.ownMap = offered
    delete record.mapChoice
  }
  return []
}

/** Back to the map that the site has by itself. */
export function forgetMapChoice(record: SiteRecord): void {
  record.ownMap = null
  record.refusedMap = null
  delete record.mapChoice
}
