import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { openEvidenceStore, type Source } from "../../extension/worker/evidence-store"
import { readSource, restoreSource, saveSource } from "../../extension/worker/restore-source"
import { startWorker } from "../../extension/worker/worker"
import { openBrowser, wakeWorker } from "./evidence-worker"

const saved = {
  id: "s-1",
  site: "shop.example",
  connector: "mailpit",
  settings: { url: "http://mail.example:8025", user: "ann" },
  recipient: "ann@shop.example",
  keptSince: 5,
  addedAt: 4,
  leftOut: ["password"],
}

beforeEach(() => {
  vi.stubGlobal("chrome", { permissions: { contains: async () => true } })
})
afterEach(() => vi.unstubAllGlobals())

describe("a source in a file", () => {
  test("has no password, not even in its address", () => {
    const source = { ...saved, settings: { url: "https://ann:secret@mail.example/x" } } as unknown as Source
    const written = saveSource(source, { password: "secret", token: "" })
    expect(JSON.stringify(written)).not.toContain("secret")
    expect(written.settings.url).toBe("https://mail.example/x")
    expect(written.leftOut).toEqual(["password"])
  })

  test("is read by what its connector knows", () => {
    expect(
      readSource({ ...saved, settings: { ...saved.settings, password: "smuggled", other: "x" } }),
    ).toEqual(saved)
    for (const hostile of [
      null,
      [],
      { ...saved, connector: "no-such-service" },
      { ...saved, site: "a/../b" },
      { ...saved, id: 7 },
    ])
      expect(readSource(hostile)).toBeNull()
    expect(readSource({ ...saved, settings: null, keptSince: 1e99, recipient: {} })).toMatchObject({
      settings: {},
      keptSince: 0,
      recipient: "",
    })
  })

  test("is added once, asks for what was left out, and calls nobody by itself", async () => {
    const worker = startWorker()
    expect(await restoreSource(worker, saved)).toBe(true)
    expect(await restoreSource(worker, saved)).toBe(false)
    expect(await restoreSource(worker, { ...saved, id: "s-2" })).toBe(false)
    const sources = await (await openEvidenceStore()).list()
    expect(sources).toHaveLength(1)
    expect(sources[0]?.problem).toEqual({ code: "setting-missing", detail: "password" })
    expect(sources[0]?.comeAgainAt).toBeGreaterThan(Date.now() + 1e12)
  })

  test("without a password asks the browser's leave first", async () => {
    const worker = startWorker()
    vi.stubGlobal("chrome", { permissions: { contains: async () => false } })
    await restoreSource(worker, { ...saved, id: "s-3", recipient: "bob@shop.example", leftOut: [] })
    const source = await (await openEvidenceStore()).read("s-3")
    expect(source?.problem).toEqual({ code: "no-permission" })
    expect(source?.comeAgainAt).toBeGreaterThan(Date.now() + 1e12)
  })
})

describe("sources that a file brought back", () => {
  test("are asked at once where the browser and their service let us, and by the alarm from then on", async () => {
    const browser = openBrowser()
    const called: string[] = []
    vi.stubGlobal("fetch", async (url: string | URL | Request) => {
      called.push(new URL(String(url instanceof Request ? url.url : url)).host)
      return Response.json({ messages: [], total: 0, messages_count: 0 })
    })
    const { worker, watch } = wakeWorker()
    await restoreSource(worker, { ...saved, leftOut: [] })
    await restoreSource(worker, { ...saved, id: "s-2", settings: { url: "http://other.example" } })
    expect(called).toEqual([])
    expect(browser.alarms.size).toBe(0)
    await watch.follow()
    await watch.lookEverywhere()
    expect(browser.alarms.size).toBe(1)
    expect(new Set(called)).toEqual(new Set(["mail.example:8025"]))
  })
})
