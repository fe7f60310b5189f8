import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { vi } from "vitest"
import type { EvidenceAction, SourcesState, SourceView } from "../../extension/evidence/state"
import { composeSources, doEvidenceAction } from "../../extension/worker/answer-evidence"
import { watchEvidence } from "../../extension/worker/evidence-alarm"
import { startWorker } from "../../extension/worker/worker"
import { memoryStorage } from "./memory-storage"

type Listener = (...given: never[]) => void

/** The browser as the worker's part for evidence sees it. What it was asked to remember and to allow is here to be read. */
export interface Browser {
  stored: Record<string, unknown>
  alarms: Map<string, unknown>
  /** Origins that the person has allowed; `*` for all. */
  allowed: Set<string>
}

export function openBrowser(): Browser {
  const browser: Browser = { stored: {}, alarms: new Map(), allowed: new Set(["*"]) }
  globalThis.indexedDB = new IDBFactory()
  vi.stubGlobal("navigator", { onLine: true })
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        browser.allowed.has("*") || origins.every((origin) => browser.allowed.has(origin)),
    },
    storage: {
      session: memoryStorage(),
      local: {
        get: async (key: string) => (key in browser.stored ? { [key]: browser.stored[key] } : {}),
        set: async (given: object) => void Object.assign(browser.stored, given),
        onChanged: { addListener: (_: Listener) => undefined },
      },
    },
    alarms: {
      get: async (name: string) => browser.alarms.get(name),
      create: async (name: string, alarm: object) => void browser.alarms.set(name, alarm),
      clear: async (name: string) => browser.alarms.delete(name),
      onAlarm: { addListener: (_: Listener) => undefined },
    },
  })
  return browser
}

export const SITE = "shop.example"

/** A worker on what the browser holds on its disk; another one knows what this one has written. */
export function wakeWorker() {
  const worker = startWorker()
  const watch = watchEvidence(worker, () => undefined)
  return {
    worker,
    watch,
    act: async <Answer = unknown>(action: EvidenceAction) =>
      (await doEvidenceAction(worker, watch, action)).answer as Answer,
    state: (): Promise<SourcesState> => composeSources(worker, watch),
    async source(): Promise<SourceView> {
      const [source] = (await composeSources(worker, watch)).sources
      if (!source) throw new Error("No source is connected")
      return source
    },
    look: () => watch.look(SITE),
    readEvents: async () =>
      (await (await worker.journal()).readEvents(SITE)) as { id: string; name: string; at: number }[],
    statuses: () =>
      worker.withSite(SITE, async ({ journey }) =>
        journey
          .result(Date.now())
          .people.flatMap(({ runs }) => runs.flatMap(({ steps }) => steps.map(({ status }) => status))),
      ),
  }
}
