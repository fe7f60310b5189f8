import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { beforeEach, describe, expect, test, vi } from "vitest"
import type { BridgeMessage } from "../../extension/messages"
import { answerBridge } from "../../extension/worker/answer-bridge"
import { composeOverlay } from "../../extension/worker/compose-overlay"
import { startWorker, type Worker } from "../../extension/worker/worker"
import { memoryStorage } from "./memory-storage"

const site = "shop.example"
const [here, there] = [1, 2]
let session: ReturnType<typeof memoryStorage>
let local: ReturnType<typeof memoryStorage>

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  session = memoryStorage()
  local = memoryStorage()
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    runtime: { getManifest: () => ({ version: "0.1.7" }) },
    storage: { session, local },
    scripting: { executeScript: async () => [] },
  })
})

const recorded = (id: string, at = Date.now()) => ({ id, name: "page_view", at, source: "page" })
const events = (...told: object[]): BridgeMessage => ({ type: "events", recorded: told, fromSnippet: [] })
const tell = async (worker: Worker, message: BridgeMessage, tabId = here) =>
  (await answerBridge(worker, { site, tabId }, message)).answer
const light = async (worker: Worker, tabId = here) =>
  (await composeOverlay(worker, site, tabId)).health.map(({ code }) => code)
const shown = async (worker: Worker) => (await composeOverlay(worker, site, here)).events.map(({ id }) => id)

/** A disk that takes nothing more, until the given function is called. */
function fillDisk(): () => void {
  const { put, add } = IDBObjectStore.prototype
  const refuse = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError")
  }
  Object.assign(IDBObjectStore.prototype, { put: refuse, add: refuse })
  return () => void Object.assign(IDBObjectStore.prototype, { put, add })
}

describe("events that a page tells", () => {
  test("are acknowledged when they are on disk, and told again they change nothing", async () => {
    const worker = startWorker()
    const message = events(recorded("e1"), recorded("e2"))
    expect(await tell(worker, message)).toEqual({ acknowledged: true })
    expect(await tell(worker, message)).toEqual({ acknowledged: true })
    expect((await shown(worker)).sort()).toEqual(["e1", "e2"])
    expect((await shown(startWorker())).sort()).toEqual(["e1", "e2"])
  })

  test("are of one visitor in one session, also when the worker dies between them", async () => {
    const at = Date.now()
    await tell(startWorker(), events(recorded("e1", at)))
    await tell(startWorker(), events(recorded("e2", at + 1)), there)
    const journal = await startWorker().journal()
    const written = (await journal.readEvents(site)) as { person: string; session: string }[]
    expect(written).toHaveLength(2)
    expect(new Set(written.map(({ person }) => person)).size).toBe(1)
    expect(new Set(written.map(({ session }) => session)).size).toBe(1)
  })

  test("are not acknowledged while the disk is full, which the light says, and come in when it no longer is", async () => {
    const worker = startWorker()
    await tell(worker, events(recorded("e1")))
    const free = fillDisk()
    try {
      expect(await tell(worker, events(recorded("e2")))).toEqual({ acknowledged: false })
      expect(await light(worker)).toContain("disk-full")
      expect(await shown(worker)).toEqual(["e1"])
    } finally {
      free()
    }
    expect(await tell(worker, events(recorded("e2")))).toEqual({ acknowledged: true })
    expect((await shown(worker)).sort()).toEqual(["e1", "e2"])
    expect(await light(worker)).toEqual(["recording"])
  })

  test("that lie in the future of a clock that was set back are told of", async () => {
    const worker = startWorker()
    await tell(worker, events(recorded("e1"), recorded("e2", Date.now() + 86_400_000)))
    expect(await light(worker)).toContain("clock-set-back")
    expect(await shown(worker)).toEqual(["e1"])
  })
})

test("a page gets its orders before its site's events are read, and they are read once", async () => {
  await tell(startWorker(), events(recorded("e1")))
  const worker = startWorker()
  const read = vi.spyOn(await worker.journal(), "readEvents")
  const orders = await tell(worker, { type: "hello", fresh: true })
  expect(orders).toMatchObject({ type: "orders", rules: expect.any(Array), desk: expect.any(String) })
  expect(read).not.toHaveBeenCalled()
  await tell(worker, events(recorded("e2")))
  expect((await shown(worker)).sort()).toEqual(["e1", "e2"])
  expect(read).toHaveBeenCalledTimes(1)
  // What a page is told and what is written are of one record.
  expect(await tell(worker, { type: "hello", fresh: false })).toEqual(orders)
})

describe("what is noticed of a page", () => {
  test("is said in its tab until its next document, and in no other tab of the site", async () => {
    const worker = startWorker()
    await tell(worker, {
      type: "problem",
      code: "snippet-blocked",
      detail: "https://cdn.example/cuelight.js",
    })
    await tell(worker, { type: "hello", fresh: true }, there)
    expect(await light(worker)).toContain("snippet-blocked")
    expect(await light(worker, there)).toEqual(["recording"])
    await tell(worker, { type: "hello", fresh: true })
    expect(await light(worker)).toEqual(["recording"])
  })

  test("is that its snippet is of another version, not of another patch", async () => {
    const worker = startWorker()
    const snippet = (version: string | null) =>
      tell(worker, { type: "snippet", present: true, consent: null, version })
    await snippet("0.1.0")
    expect(await light(worker)).toEqual(["snippet"])
    await snippet("0.0.9")
    expect(await light(worker)).toEqual(["other-version", "snippet"])
    await snippet(null)
    expect(await light(worker)).toEqual(["snippet"])
  })

  test.each([
    ["<!DOCTYPE html><title>Not found</title>", "map-is-page"],
    ["\uFEFF\n<!-- cached -->\n<html lang=en>", "map-is-page"],
    ["cuelight: 1\nid: x\n  bad", "map-broken"],
  ])("is that %j came for its map", async (text, code) => {
    const worker = startWorker()
    await tell(worker, { type: "page-map", url: "https://shop.example/map.yaml", text })
    expect(await light(worker)).toContain(code)
    expect(await light(worker)).toHaveLength(2)
  })

  test("is one trouble of the map at a time, and none that the page makes up", async () => {
    const worker = startWorker()
    const url = "https://shop.example/map.yaml"
    await tell(worker, { type: "page-map-failed", url, status: 404 })
    await tell(worker, { type: "page-map-failed", url, status: 413 })
    await tell(worker, { type: "problem", code: "constructor", detail: "x" })
    expect(await light(worker)).toEqual(["map-too-large", "recording"])
  })
})

test("a setting that cannot be kept is refused, and the old one holds", async () => {
  const worker = startWorker()
  await tell(worker, { type: "placed", right: 5, bottom: 6 })
  local.refusing = new Error("QUOTA_BYTES quota exceeded")
  await expect(tell(worker, { type: "placed", right: 50, bottom: 60 })).rejects.toThrow("quota")
  expect(local.kept.settings).toMatchObject({ right: 5, bottom: 6 })
  // What only travels through the settings' storage costs no event.
  expect(await tell(worker, events(recorded("e1")))).toEqual({ acknowledged: true })
})
