import type { TouchpointEvent } from "../shared/event"
import { toJson } from "./plain-copy"

/** Where that goes which a page has told in its first moments and its last, and which is not written when it goes. */
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
  /** What is not written yet: of several writes a page that goes may take all with it but the one that has begun. */
  const waiting = new Set<Entry>()
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
    }
    request.onerror = () => refused(request.error)
  }).catch(problem)
  addEventListener("pagehide", () => {
    try {
      if (waiting.size)
        localStorage.setItem(
          lateName,
          toJson([...JSON.parse(localStorage.getItem(lateName) || "[]"), ...waiting]),
        )
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
      waiting.add(entry)
      run((store) => {
        store.put(entry)
        // A page that goes in this very task takes a transaction with it that is not committed.
        store.transaction.commit()
        return undefined
      })
        .catch(problem)
        .then(() => waiting.delete(entry))
    },
    erase() {
      waiting.clear()
      run((store) => store.clear()).catch(problem)
    },
  }
}
