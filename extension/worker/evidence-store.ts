import { type DBSchema, type IDBPDatabase, openDB } from "idb"
import type { SourceProblem, SourceState, WatchedSpan } from "../domain"
import { takeTurns } from "./in-turn"

/** A source of evidence for a site. Written to disk, so it only grows by optional fields. Times are ms UTC. */
export interface Source {
  id: string
  site: string
  /** Which connector reads it. */
  connector: string
  /** All but the secrets. */
  settings: Record<string, string>
  /** The visitor's own address there: evidence for it is the visitor's. */
  recipient: string
  /** An inbox is taken to have kept everything since then. */
  keptSince: number
  addedAt: number
  state: SourceState
  coverage: WatchedSpan[]
  /** The end of the time that the last whole pass covers. */
  readTo: number | null
  lastPollAt: number | null
  lastGoodAt: number | null
  problem: SourceProblem | null
  skewMs: number | null
  /** Not before this. */
  comeAgainAt: number
  /** Evidence taken into the journal, what went to others, and what could not be read. */
  found: number
  strangers: number
  unreadable: number
  /** How many addresses were known when it was last read: with more, strangers may turn out to be somebody. */
  addresses: number
  /** Of a file: the events that its rows are, in the journal. */
  took?: string[]
}

export type Secrets = Record<string, string>

/**
 * The sources, and apart from them their secrets. In a database of the extension's own origin, not in
 * `chrome.storage.local`: that one is open to content scripts, which share a process with the page.
 */
export interface EvidenceStore {
  readonly broken: string | null
  list(): Promise<Source[]>
  read(id: string): Promise<Source | undefined>
  /** Changes what is stored; null where it is gone. Changes of one source wait for one another. */
  change(id: string, change: (source: Source) => Source): Promise<Source | null>
  add(source: Source, secrets: Secrets): Promise<void>
  readSecrets(id: string): Promise<Secrets>
  writeSecrets(id: string, secrets: Secrets): Promise<void>
  /** With its secrets. */
  remove(id: string): Promise<void>
  /** How the columns of files with this signature were read the last time; null where none was. */
  readColumns(signature: string): Promise<unknown>
  writeColumns(signature: string, mapping: object): Promise<void>
  forgetColumns(): Promise<void>
}

interface EvidenceSchema extends DBSchema {
  sources: { key: string; value: Source }
  secrets: { key: string; value: Secrets }
  columns: { key: string; value: object }
}

/** Kinds of files that are remembered; who has more begins anew. */
const MOST_COLUMNS = 200

/** What a site is watched by. */
export async function listSources(store: EvidenceStore, site: string): Promise<Source[]> {
  return (await store.list()).filter((source) => source.site === site)
}

/** Where IndexedDB refuses, sources last until the worker ends, and `broken` says why. */
export async function openEvidenceStore(): Promise<EvidenceStore> {
  try {
    return storeOn(await openDatabase())
  } catch (error) {
    return storeInMemory(error instanceof Error ? error.message : String(error))
  }
}

function openDatabase(): Promise<IDBPDatabase<EvidenceSchema>> {
  return openDB<EvidenceSchema>("cuelight-sources", 2, {
    upgrade(database, from) {
      if (from < 1) {
        database.createObjectStore("sources", { keyPath: "id" })
        database.createObjectStore("secrets")
      }
      if (from < 2) database.createObjectStore("columns")
    },
  })
}

function storeOn(database: IDBPDatabase<EvidenceSchema>): EvidenceStore {
  const inTurn = takeTurns()
  return {
    broken: null,
    list: async () => (await database.getAll("sources")).sort((one, other) => one.addedAt - other.addedAt),
    read: (id) => database.get("sources", id),
    change: (id, change) =>
      inTurn(async () => {
        const transaction = database.transaction("sources", "readwrite", { durability: "strict" })
        const known = await transaction.store.get(id)
        const changed = known ? change(known) : null
        if (changed) await transaction.store.put(changed)
        await transaction.done
        return changed
      }),
    async add(source, secrets) {
      const transaction = database.transaction(["sources", "secrets"], "readwrite", { durability: "strict" })
      await transaction.objectStore("sources").put(source)
      await transaction.objectStore("secrets").put(secrets, source.id)
      await transaction.done
    },
    readSecrets: async (id) => (await database.get("secrets", id)) ?? {},
    writeSecrets: async (id, secrets) => void (await database.put("secrets", secrets, id)),
    async remove(id) {
      const transaction = database.transaction(["sources", "secrets"], "readwrite", { durability: "strict" })
      await transaction.objectStore("sources").delete(id)
      await transaction.objectStore("secrets").delete(id)
      await transaction.done
    },
    readColumns: async (signature) => (await database.get("columns", signature)) ?? null,
    async writeColumns(signature, mapping) {
      if ((await database.count("columns")) >= MOST_COLUMNS) await database.clear("columns")
      await database.put("columns", mapping, signature)
    },
    forgetColumns: () => database.clear("columns"),
  }
}

function storeInMemory(reason: string): EvidenceStore {
  const sources = new Map<string, Source>()
  const secrets = new Map<string, Secrets>()
  const columns = new Map<string, object>()
  return {
    broken: reason,
    list: async () => [...sources.values()],
    read: async (id) => sources.get(id),
    async change(id, change) {
      const known = sources.get(id)
      if (!known) return null
      const changed = change(known)
      sources.set(id, changed)
      return changed
    },
    async add(source, given) {
      sources.set(source.id, source)
      secrets.set(source.id, given)
    },
    readSecrets: async (id) => secrets.get(id) ?? {},
    writeSecrets: async (id, given) => void secrets.set(id, given),
    async remove(id) {
      sources.delete(id)
      secrets.delete(id)
    },
    readColumns: async (signature) => columns.get(signature) ?? null,
    writeColumns: async (signature, mapping) => void columns.set(signature, mapping),
    forgetColumns: async () => columns.clear(),
  }
}
