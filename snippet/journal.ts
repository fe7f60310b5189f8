import type { TouchpointEvent } from "../shared/event"
import { toJson } from "./plain-copy"
import { soon } from "./soon"

/** Where that goes which a page has told in its first moments and its last, and which is not written when it goes. */
export const lateName = "cuelight.late"

/** Of an event that nobody has read yet, nor joined with others: where it belongs. */
export interface Note {
  /** Which document. */
  load: string
  turn: number
  place: number
}

export interface Entry {
  id: string
  at: number
  event: TouchpointEvent
  note?: Note | undefined
  /** 1 on what no collector has acknowledged, 2 on what nobody has read: so the index holds nothing else. */
  unsent?: 1 | 2 | undefined
}

/** An entry, or only the id of one that is to go. */
export type Change = Partial<Entry> & Pick<Entry, "id">

export interface Journal {
  /** Written in the next task, with all else that this one puts; a second write of one id replaces the first. */
  put(event: TouchpointEvent, toSend: boolean, note?: Note): void
  /** Forgets one entry, with the writes that follow in the same task. */
  drop(id: string): void
  /**
   * What `change` asks of the store, in one transaction, after all that was asked before; its result when all of it is
   * stored, `undefined` where nothing can be stored.
   */
  run<Result>(change: (store: IDBObjectStore) => IDBRequest<Result> | undefined): Promise<Result | undefined>
  /** The page goes: what is not written by now is kept where the next page finds it. */
  leave(): void
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
  /** What is not written yet: a page that goes may take all with it but the write that has begun. */
  const waiting = new Set<Change>()
  /** What of it nobody has asked the database for yet. */
  let next: Change[] = []
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
  const begin: Journal["run"] = (change) =>
    new Promise((done, failed) => {
      // The database is refused.
      if (!database) return done(undefined)
      const transaction = database.transaction("events", "readwrite", { durability: "relaxed" })
      const request = change(transaction.objectStore("events"))
      transaction.oncomplete = () => done(request?.result)
      transaction.onabort = () => failed(transaction.error)
    })
  const ask: Journal["run"] = (change) => (database ? begin(change) : ready.then(() => begin(change)))
  /** A transaction costs more than the event: one for all that a task puts. */
  const write = () => {
    const entries = next
    next = []
    if (entries[0])
      ask((store) => {
        for (const entry of entries) entry.event ? store.put(entry) : store.delete(entry.id)
        // A page that goes in this very task takes a transaction with it that is not committed.
        store.transaction.commit()
        return undefined
      })
        .catch(problem)
        .then(() => {
          for (const entry of entries) waiting.delete(entry)
        })
  }

  const add = (entry: Change) => {
    waiting.add(entry)
    if (next.push(entry) === 1) soon(write)
  }

  // Hidden pages have their timers late, and are ended without a word.
  addEventListener("visibilitychange", write)

  return {
    run(change) {
      write()
      return ask(change)
    },
    put(event, toSend, note) {
      add({ id: event.id, at: event.at, event, note, unsent: note ? 2 : toSend ? 1 : undefined })
    },
    drop: (id) => add({ id }),
    leave() {
      write()
      try {
        if (waiting.size)
          localStorage[lateName] = toJson([...JSON.parse(localStorage[lateName] || "[]"), ...waiting])
      } catch {}
    },
    erase() {
      waiting.clear()
      next = []
      ask((store) => store.clear()).catch(problem)
    },
  }
}
