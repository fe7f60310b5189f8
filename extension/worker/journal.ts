import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { TouchpointEvent } from "../../shared/event"
import { journalInSession } from "./journal-in-session"
import type { SiteRecord } from "./site-record"

/**
 * What the worker keeps on disk: each site's events in the order they came, and what is known of the site. Where
 * IndexedDB refuses to open, everything is kept until the browser ends, and `broken` says why.
 */
export interface Journal {
  readonly broken: string | null
  /**
   * Returns those that were new. Resolves only after they are written: an acknowledgement may follow. `record` is written
   * with them or not at all: events of a visitor who is not known the next time would be somebody else's.
   */
  addEvents(site: string, events: TouchpointEvent[], record?: SiteRecord): Promise<TouchpointEvent[]>
  /** In its place in the log; nothing where it is not there any more. */
  replaceEvent(site: string, event: TouchpointEvent): Promise<void>
  removeEvents(site: string, ids: string[]): Promise<void>
  /** Raw, as stored: a reader parses, since the disk may hold what an older version wrote. */
  readEvents(site: string): Promise<unknown[]>
  readSite(site: string): Promise<SiteRecord | undefined>
  writeSite(record: SiteRecord): Promise<void>
  listSites(): Promise<SiteRecord[]>
  forgetSite(site: string): Promise<void>
}

interface StoredEvent {
  site: string
  id: string
  event: TouchpointEvent
}

interface JournalSchema extends DBSchema {
  events: { key: number; value: StoredEvent; indexes: { "by-site": string; "by-id": [string, string] } }
  sites: { key: string; value: SiteRecord }
}

export async function openJournal(): Promise<Journal> {
  try {
    return journalOn(await openDatabase())
  } catch (error) {
    return journalInSession(error instanceof Error ? error.message : String(error))
  }
}

function openDatabase(): Promise<IDBPDatabase<JournalSchema>> {
  return openDB<JournalSchema>("cuelight", 1, {
    upgrade(database) {
      // The key is the place in the log: the engine orders events of one instant by it.
      const events = database.createObjectStore("events", { autoIncrement: true })
      events.createIndex("by-site", "site")
      events.createIndex("by-id", ["site", "id"], { unique: true })
      database.createObjectStore("sites", { keyPath: "site" })
    },
  })
}

function journalOn(database: IDBPDatabase<JournalSchema>): Journal {
  return {
    broken: null,
    async addEvents(site, events, record) {
      const stores = record ? (["events", "sites"] as const) : (["events"] as const)
      const transaction = database.transaction(stores, "readwrite", { durability: "strict" })
      // What the disk refuses is thrown below; here it would be an error that nobody has caught.
      transaction.done.catch(() => {})
      const store = transaction.objectStore("events")
      const known = store.index("by-id")
      const added: TouchpointEvent[] = []
      try {
        for (const event of events) {
          if ((await known.getKey([site, event.id])) !== undefined) continue
          await store.add({ site, id: event.id, event })
          added.push(event)
        }
        if (record) await transaction.objectStore("sites").put(record)
      } catch (error) {
        // Not every refusal ends the transaction by itself.
        if (transaction.error === null) transaction.abort()
        throw error
      }
      await transaction.done
      return added
    },
    async replaceEvent(site, event) {
      const transaction = database.transaction("events", "readwrite")
      const key = await transaction.store.index("by-id").getKey([site, event.id])
      if (key !== undefined) await transaction.store.put({ site, id: event.id, event }, key)
      await transaction.done
    },
    async removeEvents(site, ids) {
      const transaction = database.transaction("events", "readwrite")
      for (const id of ids) {
        const key = await transaction.store.index("by-id").getKey([site, id])
        if (key !== undefined) await transaction.store.delete(key)
      }
      await transaction.done
    },
    async readEvents(site) {
      const stored = await database.getAllFromIndex("events", "by-site", site)
      return stored.map((row) => row?.event)
    },
    readSite: (site) => database.get("sites", site),
    async writeSite(record) {
      await database.put("sites", record)
    },
    listSites: () => database.getAll("sites"),
    async forgetSite(site) {
      const transaction = database.transaction(["events", "sites"], "readwrite")
      const events = transaction.objectStore("events")
      for (const key of await events.index("by-site").getAllKeys(site)) await events.delete(key)
      await transaction.objectStore("sites").delete(site)
      await transaction.done
    },
  }
}
