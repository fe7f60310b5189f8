import type { TouchpointEvent } from "../shared/event"
import { toJson } from "./plain-copy"

/** The journal is a guest in the site's quota: bounded by count, bytes and age. */
const MOST_EVENTS = 5_000
const MOST_CHARACTERS = 4 * 1024 * 1024
const OLDEST_MS = 90 * 24 * 3_600_000
const EVICT_AFTER_MS = 3_000
/** Where that goes which a page has told in its first moments and its last, before the database was open. */
const lateName = "cuelight.late"

interface Entry {
  id: string
  at: number
  event: TouchpointEvent
  /** Only on what no collector has acknowledged: so the index holds nothing else. */
  unsent?: 1
}

export interface Journal {
  /** Written without waiting; a second write of one id replaces the first. */
  put(event: TouchpointEvent, toSend: boolean): void
  markSent(ids: readonly string[]): void
  /** Stored events, oldest first. */
  readAll(): Promise<TouchpointEvent[]>
  /** `undefined` where nothing can be stored. */
  readUnsent(): Promise<TouchpointEvent[] | undefined>
  /** Forgets everything that is stored. */
  erase(): void
  /** When everything put so far is written. */
  written(): Promise<unknown>
}

/**
 * A write-ahead journal in IndexedDB. Relaxed durability and an explicit commit: the write outlives a killed renderer
 * and costs no flush to disk. Where the browser refuses it, `problem` says so and nothing is stored; `dropped` is told
 * how many of the oldest had to go. By IndexedDB's own interface: a wrapper is a seventh of what this file may weigh.
 */
export function openJournal(problem: (detail: string) => void, dropped: (count: number) => void): Journal {
  let database: IDBDatabase | undefined
  const ready = new Promise<void>((opened, refused) => {
    const request = indexedDB.open("cuelight", 1)
    request.onupgradeneeded = () => {
      const store = request.result.createObjectStore("events", { keyPath: "id" })
      store.createIndex("unsent", "unsent")
      store.createIndex("at", "at")
    }
    request.onsuccess = () => {
      database = request.result
      // Another tab wants a newer version: it must not wait for us.
      database.onversionchange = () => request.result.close()
      opened()
    }
    request.onerror = () => refused(request.error)
  }).catch((error) => problem(String(error)))
  let last: Promise<unknown> = ready
  /** What waits for the database. */
  let waiting: Entry[] = []
  addEventListener("pagehide", () => {
    try {
      if (waiting[0]) localStorage.setItem(lateName, toJson(waiting))
    } catch {}
  })
  /** What an earlier page could not write. */
  void ready.then(() => {
    waiting = []
    try {
      const late: Entry[] = JSON.parse(localStorage.getItem(lateName) ?? "[]")
      localStorage.removeItem(lateName)
      if (late[0])
        write((store) => {
          for (const entry of late) store.put(entry)
        })
    } catch {}
  })

  /** What `change` asks of the store, in one transaction; its result when all of it is stored. */
  function run<Result>(change: (store: IDBObjectStore) => IDBRequest<Result> | undefined) {
    return new Promise<Result | undefined>((done, failed) => {
      // The database is refused.
      if (!database) return done(undefined)
      const transaction = database.transaction("events", "readwrite", { durability: "relaxed" })
      const request = change(transaction.objectStore("events"))
      transaction.oncomplete = () => done(request?.result)
      transaction.onabort = () => failed(transaction.error)
    })
  }

  /** Synchronously where it is open: nothing may be awaited between an event and its write. */
  function write(change: (store: IDBObjectStore) => void): void {
    const begin = () =>
      run((store) => {
        change(store)
        return undefined
      }).catch((error) => problem(String(error)))
    const written = database ? begin() : ready.then(begin)
    last = last.then(() => written)
  }

  async function read(index: string): Promise<Entry[] | undefined> {
    await ready
    return run<Entry[]>((store) => store.index(index).getAll())
  }

  /** The oldest first, in the page's idle time. */
  async function evict(): Promise<void> {
    const entries = (await read("at")) ?? []
    let room = MOST_CHARACTERS
    let kept = 0
    const old = entries.reverse().filter(({ at, event }) => {
      room -= JSON.stringify(event).length
      return room < 0 || ++kept > MOST_EVENTS || Date.now() - at > OLDEST_MS
    })
    if (old.length === 0) return
    write((store) => {
      for (const { id } of old) store.delete(id)
    })
    const lost = old.filter(({ unsent }) => unsent).length
    if (lost > 0) dropped(lost)
  }
  setTimeout(() => void evict().catch((error) => problem(String(error))), EVICT_AFTER_MS)

  const eventsOf = (entries: Entry[] | undefined) => entries?.map(({ event }) => event)
  return {
    put(event, toSend) {
      const entry: Entry = { id: event.id, at: event.at, event, ...(toSend && { unsent: 1 }) }
      if (!database) waiting.push(entry)
      write((store) => {
        store.put(entry)
        // A page that goes in this very task takes a transaction with it that is not committed.
        store.transaction.commit()
      })
    },
    markSent: (ids) =>
      write((store) => {
        for (const id of ids) {
          const request = store.get(id)
          request.onsuccess = () => {
            if (!request.result) return
            delete request.result.unsent
            store.put(request.result)
          }
        }
      }),
    erase() {
      waiting = []
      write((store) => store.clear())
    },
    readAll: async () => eventsOf(await read("at")) ?? [],
    readUnsent: () => read("unsent").then(eventsOf),
    written: () => last,
  }
}
