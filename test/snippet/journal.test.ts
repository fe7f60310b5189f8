// @vitest-environment happy-dom
import "fake-indexeddb/auto"
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { type Journal, openJournal } from "../../snippet/journal"
import { evict, readAll, readUnsent, recoverLate } from "../../snippet/journal-upkeep"

const DAY_MS = 24 * 3_600_000

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: 200 * DAY_MS })
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
const idsOf = async (journal: Journal) => (await readAll(journal)).map(({ id }) => id)
const open = () => openJournal(() => {})

test("keeps events in the order of their times, and the last write of each", async () => {
  const journal = open()
  journal.put(make("b", 2), false)
  journal.put(make("a", 1), false)
  journal.put(make("b", 2, { whole: true }), false)
  expect(await readAll(journal)).toEqual([make("a", 1), make("b", 2, { whole: true })])
})

test("what one task tells is one transaction, and nothing that it does itself", async () => {
  const journal = open()
  await readAll(journal)
  const { IDBDatabase } = await import("fake-indexeddb")
  const begin = vi.spyOn(IDBDatabase.prototype, "transaction")
  for (const id of ["a", "b", "c"]) journal.put(make(id), true)
  expect(begin).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(begin).toHaveBeenCalledTimes(1))
  begin.mockRestore()
  expect(await idsOf(journal)).toEqual(["a", "b", "c"])
})

test("gives what no collector has acknowledged, and keeps what one has", async () => {
  const journal = open()
  for (const id of ["a", "b", "c"]) journal.put(make(id), id !== "c")
  journal.put(make("a"), false)
  expect((await readUnsent(journal))?.map(({ id }) => id)).toEqual(["b"])
  expect(await idsOf(journal)).toEqual(["a", "b", "c"])
})

test("what is not written when the page goes is kept aside beside what was there, and told by the next", async () => {
  localStorage.clear()
  const first = open()
  // The database is open: what follows has begun to be written, and the page goes in the same task.
  await readAll(first)
  for (const id of ["a", "b"]) first.put(make(id), true)
  first.leave()
  const second = open()
  second.put(make("c"), true)
  second.leave()
  const { IDBFactory } = await import("fake-indexeddb")
  globalThis.indexedDB = new IDBFactory()
  const later = open()
  await recoverLate(later)
  expect((await idsOf(later)).sort()).toEqual(["a", "b", "c"])
  expect(localStorage.length).toBe(0)
})

test("what is written when the page goes is not kept a second time", async () => {
  localStorage.clear()
  const journal = open()
  journal.put(make("a"), true)
  await readAll(journal)
  journal.leave()
  expect(localStorage.length).toBe(0)
})

test("forgets the oldest beyond its age", async () => {
  const journal = open()
  journal.put(make("old", Date.now() - 91 * DAY_MS), false)
  journal.put(make("new"), false)
  await evict(journal, () => {})
  expect(await idsOf(journal)).toEqual(["new"])
})

test("forgets the oldest beyond its bytes, and says how many of them no collector had", async () => {
  const dropped = vi.fn()
  const journal = open()
  for (let n = 0; n < 6; n++)
    journal.put(make(String(n), n + Date.now() - 10, { text: "x".repeat(1024 * 1024) }), n !== 1)
  await evict(journal, dropped)
  expect(await idsOf(journal)).toEqual(["3", "4", "5"])
  expect(dropped).toHaveBeenCalledExactlyOnceWith(2)
})

test("erases everything, and writes on", async () => {
  const journal = open()
  journal.put(make("a"), true)
  journal.erase()
  journal.put(make("b"), true)
  expect(await idsOf(journal)).toEqual(["b"])
})

test("what a page told before its journal was open, and what is no such list, is looked for by the next", async () => {
  const journal = open()
  localStorage.setItem("cuelight.late", JSON.stringify([{ id: "a", at: 1, event: make("a", 1) }]))
  await recoverLate(journal)
  expect(await idsOf(journal)).toEqual(["a"])
  localStorage.setItem("cuelight.late", "[broken")
  await recoverLate(journal)
  expect(await idsOf(journal)).toEqual(["a"])
})

test("a store that is refused is a problem, and nothing fails", async () => {
  globalThis.indexedDB.open = () => {
    throw new DOMException("No", "SecurityError")
  }
  const problem = vi.fn()
  const journal = openJournal(problem)
  journal.put(make("a"), true)
  expect(await readAll(journal)).toEqual([])
  expect(await readUnsent(journal)).toBeUndefined()
  expect(problem).toHaveBeenCalledOnce()
})
