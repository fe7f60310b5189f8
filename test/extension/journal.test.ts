import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { openJournal } from "../../extension/worker/journal"
import { newSiteRecord } from "../../extension/worker/site-record"
import type { TouchpointEvent } from "../../shared/event"
import { memoryStorage } from "./memory-storage"

const event = (id: string, at = 1): TouchpointEvent => ({
  id,
  name: "page_view",
  at,
  person: "a",
  source: "page",
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

describe("the journal", () => {
  test("gives events back in the order they came, by site", async () => {
    const journal = await openJournal()
    await journal.addEvents("a.example", [event("e2", 5), event("e1", 5)])
    await journal.addEvents("b.example", [event("e3")])
    expect(await journal.readEvents("a.example")).toEqual([event("e2", 5), event("e1", 5)])
  })

  test("writing an event twice changes nothing, and says what was new", async () => {
    const journal = await openJournal()
    await journal.addEvents("a.example", [event("e1")])
    expect(await journal.addEvents("a.example", [event("e1", 9), event("e2")])).toEqual([event("e2")])
    expect(await journal.readEvents("a.example")).toEqual([event("e1"), event("e2")])
  })

  test("one id on two sites is two events", async () => {
    const journal = await openJournal()
    await journal.addEvents("a.example", [event("e1")])
    expect(await journal.addEvents("b.example", [event("e1")])).toHaveLength(1)
  })

  test("survives the end of the worker", async () => {
    const first = await openJournal()
    await first.addEvents("a.example", [event("e1")])
    await first.writeSite(newSiteRecord("a.example", 7))
    const second = await openJournal()
    expect(await second.readEvents("a.example")).toEqual([event("e1")])
    expect((await second.readSite("a.example"))?.recordedFrom).toBe(7)
  })

  test("forgetting a site leaves the others alone", async () => {
    const journal = await openJournal()
    await journal.addEvents("a.example", [event("e1")])
    await journal.addEvents("b.example", [event("e2")])
    await journal.writeSite(newSiteRecord("a.example", 1))
    await journal.forgetSite("a.example")
    expect(await journal.readEvents("a.example")).toEqual([])
    expect(await journal.readSite("a.example")).toBeUndefined()
    expect(await journal.readEvents("b.example")).toHaveLength(1)
  })

  test("events can be taken back", async () => {
    const journal = await openJournal()
    await journal.addEvents("a.example", [event("e1"), event("e2")])
    await journal.removeEvents("a.example", ["e1", "unknown"])
    expect(await journal.readEvents("a.example")).toEqual([event("e2")])
  })

  test("a visitor is written with the events or not at all", async () => {
    const journal = await openJournal()
    const record = newSiteRecord("a.example", 7)
    await journal.addEvents("a.example", [event("e1")], record)
    expect((await journal.readSite("a.example"))?.visitor).toEqual(record.visitor)
    const unwritable = { ...record, recordedFrom: 8, hidden: (() => true) as unknown as boolean }
    await expect(journal.addEvents("a.example", [event("e2")], unwritable)).rejects.toThrow()
    expect(await journal.readEvents("a.example")).toEqual([event("e1")])
    expect((await journal.readSite("a.example"))?.recordedFrom).toBe(7)
  })

  test("where the disk cannot be opened, the browser's memory keeps all through the worker's end, and says why", async () => {
    const session = memoryStorage()
    vi.stubGlobal("chrome", { storage: { session } })
    globalThis.indexedDB = {
      open() {
        throw new DOMException("The user denied permission to access the database.", "UnknownError")
      },
    } as unknown as IDBFactory
    const journal = await openJournal()
    expect(journal.broken).toContain("denied permission")
    expect(await journal.addEvents("a.example", [event("e1"), event("e1")])).toHaveLength(1)
    await journal.writeSite(newSiteRecord("a.example", 7))
    const next = await openJournal()
    expect(await next.readEvents("a.example")).toEqual([event("e1")])
    expect((await next.listSites()).map(({ recordedFrom }) => recordedFrom)).toEqual([7])
    await next.addEvents("b.example", [event("e1")])
    await next.removeEvents("a.example", ["e1"])
    expect([await next.readEvents("a.example"), await next.readEvents("b.example")]).toEqual([
      [],
      [event("e1")],
    ])
    session.bytes = 9_000_000
    await expect(next.addEvents("a.example", [event("e3")])).rejects.toThrow("full")
    await next.forgetSite("b.example")
    expect(await next.readEvents("b.example")).toEqual([])
  })
})
