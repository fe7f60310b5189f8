import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb"
import type { TouchpointEvent } from "../shared/event"

/** The journal is a guest in the site's quota: bounded by count, bytes and age. */
const MOST_EVENTS = 5_000
const MOST_CHARACTERS = 4 * 1024 * 1024
const OLDEST_MS = 90 * 24 * 3_600_000

interface Entry {
  id: string
  at: number
  event: TouchpointEvent
  /** Only on what no collector has acknowledged: so the index holds nothing else. */
  unsent?: 1
}

interface Schema extends DBSchema {
  events: { key: string; value: Entry; indexes: { unsent: number; at: number } }
}

type Transaction = IDBPTransaction<Schema, ["events"], "readwrite">

export interface Journal {
  /** Written without waiting; a second write of one id replaces the first. */
  put(event: TouchpointEvent, toSend: boolean): void
  markSent(ids: readonly string[]): void
  /** Stored events, oldest first. */
  readAll(): Promise<TouchpointEvent[]>
  readUnsent(): Promise<TouchpointEvent[]>
  /** When everything put so far is written. */
  written(): Promise<unknown>
}

/**
 * A write-ahead journal in IndexedDB. Relaxed durability and an explicit commit: the write outlives a killed renderer
 * and costs no flush to disk. Where the browser refuses it, `problem` says so and nothing is stored.
 */
export function openJournal(problem: (detail: string) => void): Journal {
  const ready: Promise<IDBPDatabase<Schema> | undefined> = open().catch((error) => {
    problem(String(error))
    return undefined
  })
  let last: Promise<unknown> = ready
  let database: IDBPDatabase<Schema> | undefined

  async function open(): Promise<IDBPDatabase<Schema>> {
    const opened = await openDB<Schema>("cuelight", 1, {
      upgrade(created) {
        const store = created.createObjectStore("events", { keyPath: "id" })
        store.createIndex("unsent", "unsent")
        store.createIndex("at", "at")
      },
      // Another tab wants a newer version: it must not wait for us.
      blocking: () => opened.close(),
    })
    database = opened
    return opened
  }

  function write(change: (transaction: Transaction) => unknown): void {
    // Synchronously where it is open: nothing may be awaited between an event and its write.
    const run = (opened: IDBPDatabase<Schema> | undefined) => {
      try {
        const transaction = opened?.transaction("events", "readwrite", { durability: "relaxed" })
        if (transaction) change(transaction)
        return transaction?.done
      } catch (error) {
        // Another tab has closed the database.
        problem(String(error))
      }
    }
    const written = database ? run(database) : ready.then(run)
    last = Promise.all([last, written]).catch((error) => problem(String(error)))
  }

  async function readAll(): Promise<Entry[]> {
    return (await ready)?.getAllFromIndex("events", "at") ?? []
  }

  /** Oldest first, in the page's idle time. */
  async function evict(): Promise<void> {
    const opened = await ready
    if (!opened) return
    const entries = await readAll()
    let characters = 0
    const kept = new Set<string>()
    for (const { id, at, event } of entries.reverse()) {
      characters += JSON.stringify(event).length
      if (kept.size >= MOST_EVENTS || characters > MOST_CHARACTERS || Date.now() - at > OLDEST_MS) break
      kept.add(id)
    }
    const transaction = opened.transaction("events", "readwrite", { durability: "relaxed" })
    for (const { id } of entries) if (!kept.has(id)) void transaction.store.delete(id)
    await transaction.done
  }
  setTimeout(() => void evict().catch((error) => problem(String(error))), 3_000)

  return {
    put(event, toSend) {
      write((transaction) => {
        void transaction.store.put({
          id: event.id,
          at: event.at,
          event,
          ...(toSend && { unsent: 1 as const }),
        })
        // A page that goes in this very task takes a transaction with it that is not committed.
        transaction.commit()
      })
    },
    markSent(ids) {
      write(async ({ store }) => {
        for (const id of ids) {
          const entry = await store.get(id)
          if (entry) {
            delete entry.unsent
            void store.put(entry)
          }
        }
      })
    },
    readAll: async () => (await readAll()).map(({ event }) => event),
    readUnsent: async () =>
      ((await (await ready)?.getAllFromIndex("events", "unsent")) ?? []).map(({ event }) => event),
    written: () => last,
  }
}
