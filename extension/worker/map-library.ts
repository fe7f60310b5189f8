import { type DBSchema, openDB } from "idb"

/** A map of the person's own, for any number of sites. Written to disk, so it only grows by optional fields. */
export interface LibraryMap {
  id: string
  /** What the person calls it. */
  title: string
  /** The last text without errors: what sites use. Null until there was one. */
  text: string | null
  /** What was typed since, good or broken; null when nothing was. */
  draft: string | null
  /** `sites` of the good text: they take this map by themselves. */
  sites: string[]
  changedAt: number
  /** Deleted, and still to be had back. */
  deletedAt: number | null
}

/** The maps on disk. Where IndexedDB refuses, they are kept in memory until the browser ends, and `broken` says why. */
export interface MapLibrary {
  readonly broken: string | null
  /** Last changed first, the deleted ones too. */
  list(): Promise<LibraryMap[]>
  read(id: string): Promise<LibraryMap | undefined>
  write(map: LibraryMap): Promise<void>
  /** For good. */
  remove(id: string): Promise<void>
}

interface LibrarySchema extends DBSchema {
  maps: { key: string; value: LibraryMap }
}

/** A database of its own: the journal's need not be opened to edit a map. */
export async function openMapLibrary(): Promise<MapLibrary> {
  try {
    const database = await openDB<LibrarySchema>("cuelight-maps", 1, {
      upgrade: (fresh) => void fresh.createObjectStore("maps", { keyPath: "id" }),
    })
    return {
      broken: null,
      list: async () => lastChangedFirst(await database.getAll("maps")),
      read: (id) => database.get("maps", id),
      async write(map) {
        const transaction = database.transaction("maps", "readwrite", { durability: "strict" })
        await transaction.store.put(map)
        await transaction.done
      },
      remove: (id) => database.delete("maps", id),
    }
  } catch (error) {
    return libraryInMemory(error instanceof Error ? error.message : String(error))
  }
}

function libraryInMemory(reason: string): MapLibrary {
  const maps = new Map<string, LibraryMap>()
  return {
    broken: reason,
    list: async () => lastChangedFirst([...maps.values()]),
    read: async (id) => maps.get(id),
    write: async (map) => void maps.set(map.id, map),
    remove: async (id) => void maps.delete(id),
  }
}

function lastChangedFirst(maps: LibraryMap[]): LibraryMap[] {
  return maps.sort((one, other) => other.changedAt - one.changedAt)
}
