import { type CommunicationMap, parseMap } from "../domain"
import type { LibraryAction, MapSummary, OpenedMap } from "../options/state"
import type { LibraryMap, MapLibrary } from "./map-library"

/** A deleted map can be had back for this long. */
const DELETED_KEPT_MS = 30 * 24 * 60 * 60 * 1000
const MOST_MAPS = 200
const MOST_TITLE = 200
/** As the specification limits a map; with room to be edited back to it. */
const MOST_TEXT = 2 * 1024 * 1024

/** What the page hears, and whether sites may have another map now. */
export interface LibraryAnswer {
  answer: unknown
  mapsChanged: boolean
}

const nothing: LibraryAnswer = { answer: {}, mapsChanged: false }

/** Does what the person asked for with the own maps, at `now` (ms). A map that is not there (any more) is ignored. */
export async function doLibraryAction(
  library: MapLibrary,
  action: LibraryAction,
  now: number,
): Promise<LibraryAnswer> {
  if (action.type === "library-new") return create(library, action.title, action.text, now)
  const map = await library.read(action.id)
  if (!map) return nothing
  const write = async (change: Partial<LibraryMap>): Promise<void> => {
    await library.write({ ...map, ...change })
  }
  switch (action.type) {
    case "library-open": {
      const { id, title, text, draft } = map
      return { answer: { map: { id, title, text, draft } satisfies OpenedMap }, mapsChanged: false }
    }
    case "library-draft": {
      const text = action.text.slice(0, MOST_TEXT)
      await write({ draft: text === map.text ? null : text, changedAt: now })
      return { answer: { kept: text.length === action.text.length }, mapsChanged: false }
    }
    case "library-use": {
      const { map: good, problems } = parseMap(action.text)
      if (good) await write({ ...goodText(action.text, good), draft: null, changedAt: now })
      else await write({ draft: action.text.slice(0, MOST_TEXT), changedAt: now })
      return { answer: { problems }, mapsChanged: good !== null }
    }
    case "library-drop-draft":
      // A map that was never good has only its draft: that is deleted, not dropped.
      if (map.text !== null) await write({ draft: null, changedAt: now })
      return nothing
    case "library-rename":
      await write({ title: shorten(action.title) || map.title })
      return { answer: {}, mapsChanged: true }
    case "library-copy":
      return copy(library, map, action.title, now)
    case "library-delete":
      await write({ deletedAt: now })
      return { answer: {}, mapsChanged: true }
    case "library-restore":
      await write({ deletedAt: null })
      return { answer: {}, mapsChanged: true }
  }
}

async function create(library: MapLibrary, title: string, text: string, now: number): Promise<LibraryAnswer> {
  const maps = await library.list()
  const deleted = maps.filter(({ deletedAt }) => deletedAt !== null).at(-1)
  if (maps.length >= MOST_MAPS && deleted) await library.remove(deleted.id)
  else if (maps.length >= MOST_MAPS) return { answer: { id: null }, mapsChanged: false }
  const map = newLibraryMap(title, text, now)
  await library.write(map)
  return { answer: { id: map.id }, mapsChanged: map.text !== null }
}

/** A text with errors is a draft from the beginning. */
export function newLibraryMap(title: string, given: string, now: number): LibraryMap {
  const text = given.slice(0, MOST_TEXT)
  const { map } = parseMap(text)
  return {
    id: crypto.randomUUID(),
    title: shorten(title) || shorten(map?.id ?? "") || "?",
    ...(map ? goodText(text, map) : { text: null, sites: [] }),
    draft: map ? null : text,
    changedAt: now,
    deletedAt: null,
  }
}

async function copy(
  library: MapLibrary,
  { text, draft, sites }: LibraryMap,
  title: string,
  now: number,
): Promise<LibraryAnswer> {
  const map: LibraryMap = {
    id: crypto.randomUUID(),
    title: shorten(title),
    text,
    draft,
    sites,
    changedAt: now,
    deletedAt: null,
  }
  await library.write(map)
  return { answer: { id: map.id }, mapsChanged: text !== null }
}

function goodText(text: string, map: CommunicationMap): Pick<LibraryMap, "text" | "sites"> {
  return { text, sites: map.sites ?? [] }
}

/** For the list; what was deleted long ago goes for good. `usedBy` names the sites that use a map now. */
export async function listLibrary(
  library: MapLibrary,
  usedBy: (id: string) => string[],
  now: number,
): Promise<MapSummary[]> {
  const summaries: MapSummary[] = []
  for (const { id, title, text, draft, changedAt, deletedAt } of await library.list()) {
    if (deletedAt !== null && now - deletedAt > DELETED_KEPT_MS) await library.remove(id)
    else
      summaries.push({
        id,
        title,
        usable: text !== null,
        hasDraft: draft !== null,
        changedAt,
        deletedAt,
        usedBy: deletedAt === null ? usedBy(id) : [],
      })
  }
  return summaries
}

function shorten(title: string): string {
  return String(title).trim().slice(0, MOST_TITLE)
}
