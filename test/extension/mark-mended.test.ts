import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { beforeEach, expect, test, vi } from "vitest"
import type { BridgeMessage } from "../../extension/messages"
import { answerBridge } from "../../extension/worker/answer-bridge"
import { startWorker, type Worker } from "../../extension/worker/worker"
import { memoryStorage } from "./memory-storage"

const site = "shop.example"
const at = Date.UTC(2026, 2, 2, 10)

const give = (disk: IDBFactory | undefined) => {
  Object.assign(globalThis, { indexedDB: disk })
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    runtime: { getManifest: () => ({ version: "0.1.0" }) },
    storage: { session: memoryStorage(), local: memoryStorage() },
    scripting: { executeScript: async () => [] },
  })
}
beforeEach(() => give(new IDBFactory()))

const told = (id: string, at: number, source = "data-layer") => ({
  id,
  name: "add_to_cart",
  at,
  person: "a",
  props: { value: 39 },
  source,
})
const tell = (worker: Worker, message: BridgeMessage) => answerBridge(worker, { site, tabId: 1 }, message)
const tellEvents = (worker: Worker, ...fromSnippet: object[]) =>
  tell(worker, { type: "events", recorded: [], fromSnippet })
const fallShort = (worker: Worker, detail: unknown) =>
  tell(worker, { type: "problem", code: "data-layer-short", detail: JSON.stringify(detail) })
const written = async () =>
  ((await (await startWorker().journal()).readEvents(site)) as { id: string; mended?: string[] }[]).map(
    ({ id, mended }) => [id, mended],
  )

test("an event of the page's own snippet says where its push fell short, in its place in the log", async () => {
  const worker = startWorker()
  await tellEvents(worker, told("e1", at - 60_000), told("e2", at + 40), told("e3", at + 40, "button"))
  const answer = await fallShort(worker, { name: "add_to_cart", at, paths: ["value", "currency"] })
  expect(answer.changed).toBe(true)
  const marked = [
    ["e1", undefined],
    ["e2", ["value", "currency"]],
    ["e3", undefined],
  ]
  expect(await written()).toEqual(marked)
  expect(await worker.withSite(site, async ({ events }) => events.get("e2")?.mended)).toEqual([
    "value",
    "currency",
  ])
  // Of a second push of this name the first event is not.
  expect((await fallShort(worker, { name: "add_to_cart", at, paths: ["tax"] })).changed).toBe(false)
  expect(await written()).toEqual(marked)
})

test("so it is where the disk cannot be opened", async () => {
  give({
    open: () => {
      throw new Error("no disk")
    },
  } as unknown as IDBFactory)
  const worker = startWorker()
  await tellEvents(worker, told("e1", at))
  expect((await fallShort(worker, { name: "add_to_cart", at, paths: ["value"] })).changed).toBe(true)
  const [event] = (await (await worker.journal()).readEvents(site)) as { mended?: string[] }[]
  expect(event?.mended).toEqual(["value"])
})

test("what a page says beside it changes nothing", async () => {
  const worker = startWorker()
  await tellEvents(worker, told("e1", at))
  for (const detail of [
    null,
    7,
    [],
    {},
    { name: "purchase", at, paths: ["value"] },
    { name: "add_to_cart", at: at + 6_000, paths: ["value"] },
    { name: "add_to_cart", at: "now", paths: ["value"] },
    { name: "add_to_cart", at, paths: "value" },
    { name: "add_to_cart", at, paths: ["x".repeat(5_000)] },
  ])
    expect((await fallShort(worker, detail)).changed).toBe(false)
  const broken = await tell(worker, { type: "problem", code: "data-layer-short", detail: "{" })
  expect(broken.changed).toBe(false)
  await fallShort(worker, { name: "add_to_cart", at, paths: ["value", 5, "x".repeat(61)] })
  expect(await written()).toEqual([["e1", ["value"]]])
})
