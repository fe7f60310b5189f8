// @vitest-environment happy-dom
import "fake-indexeddb/auto"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { type Journal, openJournal } from "../../snippet/journal"

const DAY_MS = 24 * 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "Date"], now: 200 * DAY_MS })
})
afterEach(async () => {
  vi.useRealTimers()
  const { IDBFactory } = await import("fake-indexeddb")
  globalThis.indexedDB = new IDBFactory()
})

const make = (id: string, at = Date.now(), props = {}): TouchpointEvent => ({
  id,
  name: "a",
  at,
  person: "p",
  source: "api",
  props,
})
const idsOf = async (journal: Journal) => (await journal.readAll()).map(({ id }) => id)

/** The page is idle: what is too much goes. */
async function evict(journal: Journal) {
  await journal.written()
  vi.runAllTimers()
  const before = (await idsOf(journal)).length
  await vi.waitFor(async () => expect((await idsOf(journal)).length).toBeLessThan(before), { timeout: 5_000 })
}

test("keeps events in the order of their times, and the last write of each", async () => {
  const journal = openJournal(
    () => {},
    () => {},
  )
  journal.put(make("b", 2), false)
  journal.put(make("a", 1), false)
  journal.put(make("b", 2, { whole: true }), false)
  await journal.written()
  expect(await journal.readAll()).toEqual([make("a", 1), make("b", 2, { whole: true })])
})

test("gives what no collector has acknowledged, and keeps what one has", async () => {
  const journal = openJournal(
    () => {},
    () => {},
  )
  for (const id of ["a", "b", "c"]) journal.put(make(id), id !== "c")
  journal.markSent(["a", "missing"])
  await journal.written()
  expect((await journal.readUnsent())?.map(({ id }) => id)).toEqual(["b"])
  expect(await idsOf(journal)).toEqual(["a", "b", "c"])
})

test("forgets the oldest beyond its age", async () => {
  const journal = openJournal(
    () => {},
    () => {},
  )
  journal.put(make("old", Date.now() - 91 * DAY_MS), false)
  journal.put(make("new"), false)
  await evict(journal)
  expect(await idsOf(journal)).toEqual(["new"])
})

test("forgets the oldest beyond its bytes, and says how many of them no collector had", async () => {
  const dropped = vi.fn()
  const journal = openJournal(() => {}, dropped)
  for (let n = 0; n < 6; n++)
    journal.put(make(String(n), n + Date.now() - 10, { text: "x".repeat(1024 * 1024) }), n !== 1)
  await evict(journal)
  expect(await idsOf(journal)).toEqual(["3", "4", "5"])
  expect(dropped).toHaveBeenCalledExactlyOnceWith(2)
})

test("erases everything, and writes on", async () => {
  const journal = openJournal(
    () => {},
    () => {},
  )
  journal.put(make("a"), true)
  journal.erase()
  journal.put(make("b"), true)
  await journal.written()
  expect(await idsOf(journal)).toEqual(["b"])
})

test("a store that is refused is a problem, and nothing fails", async () => {
  globalThis.indexedDB.open = () => {
    throw new DOMException("No", "SecurityError")
  }
  const problem = vi.fn()
  const journal = openJournal(problem, () => {})
  journal.put(make("a"), true)
  await journal.written()
  expect(await journal.readAll()).toEqual([])
  expect(await journal.readUnsent()).toBeUndefined()
  expect(problem).toHaveBeenCalledOnce()
})
