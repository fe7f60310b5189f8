import type { TouchpointEvent } from "../shared/event"
import { type Change, type Entry, type Journal, lateName } from "./journal"

/** The journal is a guest in the site's quota: bounded by count, bytes and age. */
const MOST_EVENTS = 5_000
const MOST_CHARACTERS = 4 * 1024 * 1024
const OLDEST_MS = 90 * 24 * 3_600_000

/** Oldest first by `at`; by `unsent` only what has this mark. `undefined` where nothing can be stored. */
export async function read(
  journal: Journal,
  index: "at" | "unsent",
  mark?: Entry["unsent"],
): Promise<Entry[] | undefined> {
  return journal.run<Entry[]>((store) => store.index(index).getAll(mark))
}

/** Stored events, oldest first. */
export async function readAll(journal: Journal): Promise<TouchpointEvent[]> {
  return ((await read(journal, "at")) ?? []).filter(({ note }) => !note).map(({ event }) => event)
}

/** What no collector has acknowledged; `undefined` where nothing can be stored. */
export async function readUnsent(journal: Journal): Promise<TouchpointEvent[] | undefined> {
  return (await read(journal, "unsent", 1))?.map(({ event }) => event)
}

/** What an earlier page could not write. */
export async function recoverLate(journal: Journal): Promise<void> {
  let late: Change[] = []
  try {
    late = JSON.parse(localStorage.getItem(lateName) ?? "[]")
    localStorage.removeItem(lateName)
  } catch {}
  if (late[0])
    await journal.run((store) => {
      for (const entry of late) entry.event ? store.put(entry) : store.delete(entry.id)
      return undefined
    })
}

/** The oldest go; `dropped` is told how many of them no collector had. */
export async function evict(journal: Journal, dropped: (count: number) => void): Promise<void> {
  const entries = (await read(journal, "at")) ?? []
  let room = MOST_CHARACTERS
  let kept = 0
  const old = entries.reverse().filter(({ at, event }) => {
    room -= JSON.stringify(event).length
    return room < 0 || ++kept > MOST_EVENTS || Date.now() - at > OLDEST_MS
  })
  if (old.length === 0) return
  await journal.run((store) => {
    for (const { id } of old) store.delete(id)
    return undefined
  })
  const lost = old.filter(({ unsent }) => unsent).length
  if (lost > 0) dropped(lost)
}
