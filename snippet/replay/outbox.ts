import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb"

/** A guest in the site's quota: what is older or more than this goes, oldest first. */
const MOST_CHARACTERS = 4 * 1024 * 1024
const MOST_CHUNKS = 40
const OLDEST_MS = 24 * 3_600_000
const databaseName = "cuelight-replay"

/** A piece of a replay as it is stored: JSON of the recorder's events, masked already. */
export interface Chunk {
  /** Of the replay and the chunk's place in it; sorts by time. */
  id: string
  replay: string
  number: number
  /** ms UTC of the first and the last event in it. */
  from: number
  to: number
  /** Why it was kept: what went wrong, or `session`. */
  why: string
  person: string
  user?: string
  session: string
  url: string
  frames: string
}

interface Schema extends DBSchema {
  chunks: { key: string; value: Chunk }
}

export interface Outbox {
  /** On its way to disk at once where the database is open. */
  put(chunk: Chunk): Promise<void>
  /** Oldest first. */
  list(): Promise<string[]>
  get(id: string): Promise<Chunk | undefined>
  remove(id: string): Promise<void>
  close(): void
}

/** Chunks that no collector has acknowledged, in a database of their own, so that dropping them all is one act. */
export async function openOutbox(): Promise<Outbox> {
  const opened: IDBPDatabase<Schema> = await openDB<Schema>(databaseName, 1, {
    upgrade: (created) => void created.createObjectStore("chunks", { keyPath: "id" }),
    // Another tab drops everything: it must not wait for us.
    blocking: () => opened.close(),
  })

  async function evict(): Promise<void> {
    const transaction = opened.transaction("chunks", "readwrite", { durability: "relaxed" })
    let room = MOST_CHARACTERS
    let count = 0
    for (
      let cursor = await transaction.store.openCursor(null, "prev");
      cursor;
      cursor = await cursor.continue()
    ) {
      room -= cursor.value.frames.length
      if (room < 0 || ++count > MOST_CHUNKS || Date.now() - cursor.value.to > OLDEST_MS) void cursor.delete()
    }
    await transaction.done
  }

  return {
    async put(chunk) {
      const transaction = opened.transaction("chunks", "readwrite", { durability: "relaxed" })
      void transaction.store.put(chunk)
      // A page that goes in this very task takes a transaction with it that is not committed.
      transaction.commit()
      await transaction.done
      await evict()
    },
    list: () => opened.getAllKeys("chunks"),
    get: (id) => opened.get("chunks", id),
    remove: (id) => opened.delete("chunks", id),
    close: () => opened.close(),
  }
}

/** Erases every chunk, of this page and of earlier ones. */
export async function dropOutbox(): Promise<void> {
  await deleteDB(databaseName)
}
