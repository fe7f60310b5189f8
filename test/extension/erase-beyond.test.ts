import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { RETENTION_ALARM, watchRetention } from "../../extension/worker/erase-beyond"
import { openJournal } from "../../extension/worker/journal"
import { localStorage } from "../../extension/worker/kept-storage"
import type { Retention } from "../../extension/worker/settings"
import { newSiteRecord } from "../../extension/worker/site-record"
import { startWorker } from "../../extension/worker/worker"
import { memoryStorage } from "./memory-storage"

const day = 24 * 60 * 60 * 1000
type Listener = (...given: never[]) => void

let ring: (name: string) => void
let changeSettings: (retention: Retention) => void
let alarms: Set<string>

beforeEach(() => {
  let settings = {}
  const rung: Listener[] = []
  const heard: Listener[] = []
  alarms = new Set()
  ring = (name) => {
    for (const listener of rung) listener({ name } as never)
  }
  changeSettings = (retention) => {
    settings = { retention }
    for (const listener of heard) listener({ settings: {} } as never, "local" as never)
  }
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    storage: {
      session: memoryStorage(),
      local: {
        get: async () => ({ settings }),
        onChanged: { addListener: (listener: Listener) => heard.push(listener) },
      },
    },
    alarms: {
      get: async (name: string) => (alarms.has(name) ? { name } : undefined),
      create: async (name: string) => void alarms.add(name),
      clear: async (name: string) => alarms.delete(name),
      onAlarm: { addListener: (listener: Listener) => rung.push(listener) },
    },
  })
  // As in the worker, where it listens before all others.
  localStorage()
})
afterEach(() => vi.unstubAllGlobals())

describe("what is older than wanted", () => {
  test("goes by an alarm, on a site that nobody opens any more, and nothing else goes", async () => {
    const journal = await openJournal()
    const event = (id: string, at: number) => ({ id, name: "page_view", at, person: "a", source: "page" })
    await journal.writeSite(newSiteRecord("shop.example", 0))
    await journal.addEvents("shop.example", [event("old", Date.now() - 40 * day), event("new", Date.now())])
    await journal.addEvents("unknown.example", [event("other", 0)])
    let changes = 0
    watchRetention(startWorker(), () => changes++)
    const kept = async () =>
      (await journal.readEvents("shop.example")).map((each) => (each as { id: string }).id)

    changeSettings({ days: null, megabytes: null })
    await vi.waitFor(() => expect(alarms.size).toBe(0), 15_000)
    changeSettings({ days: 30, megabytes: null })
    await vi.waitFor(() => expect([...alarms]).toEqual([RETENTION_ALARM]), 15_000)
    ring("another-alarm")
    expect(await kept()).toEqual(["old", "new"])
    ring(RETENTION_ALARM)
    await vi.waitFor(() => expect(changes).toBe(1), 15_000)
    expect(await kept()).toEqual(["new"])
    expect(await journal.readEvents("unknown.example")).toHaveLength(1)

    changeSettings({ days: null, megabytes: null })
    await vi.waitFor(() => expect(alarms.size).toBe(0), 15_000)
  })
})
