import type { TouchpointEvent } from "../shared/event"
import { toJson } from "./plain-copy"

/** Where that goes which a page has told in its first moments and its last, before the database was open. */
export const lateName = "cuelight.late"

export interface Entry {
  id: string
  at: number
  event: TouchpointEvent
  /** Only on what no collector has acknowledged: so the index holds nothing else. */
  unsent?: 1 | undefined
}

export interface Journal {
  /** Written without waiting; a second write of one id replaces the first. */
  put(event: TouchpointEvent, toSend: boolean): void
  /**
   * What `change` asks of the store, in one transaction, after all that was asked before; its result when all of it is
   * stored, `undefined` where nothing can be stored.
   */
  run<Result>(change: (store: IDBObjectStore) => IDBRequest<Result> | undefined): Promise<Result | undefined>
  /** Forgets everything that is stored. */
  erase(): void
}

/**
 * A write-ahead journal in IndexedDB. Relaxed durability and an explicit commit: the write outlives a killed renderer
 * and costs no flush to disk. Where the browser refuses it, `problem` says so and nothing is stored. By IndexedDB's own
 * interface: a wrapper is a fifth of what this file may weigh. How it is read and bounded: `journal-upkeep.ts`.
 */
export function openJournal(problem: (error: unknown) => void): Journal {
  let database: IDBDatabase | undefined
  /** What waits for the database. */
  let waiting: Entry[] = []
  const ready = new Promise<void>((opened, refused) => {
    const request = indexedDB.open("cuelight", 1)
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("events", { keyPath: "id" })
      for (const index of ["unsent", "at"]) store.createIndex(index, index)
    }
    request.onsuccess = () => {
      database = request.result
      // Another tab wants a newer version: it must not wait for us.
      database.onversionchange = () => request.result.close()
      opened()
      waiting = []
    }
    request.onerror = () => refused(request.error)
  }).catch(problem)
  addEventListener("pagehide", () => {
    try {
      if (waiting[0]) localStorage.setItem(lateName, toJson(waiting))
    } catch {}
  })

  const begin: Journal["run"] = (change) =>
    new Promise((done, failed) => {
      // The database is refused.
      if (!database) return done(undefined)
      const transaction = database.transaction("events", "readwrite", { durability: "relaxed" })
      const request = change(transaction.objectStore("events"))
      transaction.oncomplete = () => done(request?.result)
      transaction.onabort = () => failed(transaction.error)
    })
  // Synchronously where it is open: nothing may be awaited between an event and its write.
  const run: Journal["run"] = (change) => (database ? begin(change) : ready.then(() => begin(change)))

  return {
    run,
    put(event, toSend) {
      const entry: Entry = { id: event.id, at: event.at, event, unsent: toSend ? 1 : undefined }
      if (!database) waiting.push(entry)
      run((store) => {
        store.put(entry)
        // A page that goes in this very task takes a transaction with it that is not committed.
        store.transaction.commit()
        return undefined
      }).catch(problem)
    },
    erase() {
      waiting = []
      run((store) => store.clear()).catch(problem)
    },
  }
}
