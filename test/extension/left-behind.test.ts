import "fake-indexeddb/auto"
import { IDBFactory } from "fake-indexeddb"
import { beforeEach, expect, test, vi } from "vitest"
import type { BridgeMessage, BridgeOrders } from "../../extension/messages"
import { leave } from "../../extension/page/leave"
import { answerBridge } from "../../extension/worker/answer-bridge"
import { keepGreetings } from "../../extension/worker/greetings"
import { watchLeft } from "../../extension/worker/left-behind"
import { startWorker, type Worker } from "../../extension/worker/worker"
import { memoryStorage } from "./memory-storage"

const site = "shop.example"
const greetings = keepGreetings()
const local = memoryStorage()

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  local.heard.clear()
  for (const name of Object.keys(local.kept)) delete local.kept[name]
  vi.stubGlobal("chrome", {
    i18n: { getUILanguage: () => "en" },
    // Nobody is there to hear the message.
    runtime: { getManifest: () => ({ version: "0.1.7" }), sendMessage: async () => {} },
    storage: { session: memoryStorage(), local },
    scripting: { executeScript: async () => [] },
  })
})

const events = (...ids: string[]): BridgeMessage => ({
  type: "events",
  recorded: ids.map((id, at) => ({ id, name: "page_view", at: Date.now() + at, source: "page" })),
  fromSnippet: [],
})
const left = () => Object.keys(local.kept).filter((name) => name.startsWith("left:"))

/** A life of the worker, and its orders for a page of a site. */
async function live(host = site) {
  const worker = startWorker()
  const { collect } = watchLeft(
    worker,
    greetings,
    async (message, from) => (await answerBridge(worker, from, message)).answer,
  )
  const { answer } = await answerBridge(worker, { site: host, tabId: 7 }, { type: "hello", fresh: true })
  return { worker, collect, orders: answer as BridgeOrders }
}

const written = async (worker: Worker, host = site) =>
  ((await (await worker.journal()).readEvents(host)) as { id: string }[]).map(({ id }) => id)

test("what a page left when no worker was there is taken by the next one, once and in order", async () => {
  const { orders } = await live()
  const ids = Array.from({ length: 250 }, (_, number) => `e${number}`)
  await leave(orders.desk, events(...ids))
  const { worker, collect } = await live()
  await collect()
  expect(await written(worker)).toEqual(ids)
  expect(left()).toEqual([])
})

test("it wakes the worker that lives, and what came by message as well counts once", async () => {
  const { worker, orders } = await live()
  await answerBridge(worker, { site, tabId: 7 }, events("e1"))
  await leave(orders.desk, events("e1", "e2"))
  for (const listener of local.heard) listener({ [left()[0]!]: { newValue: {} } })
  await vi.waitFor(() => expect(left()).toEqual([]))
  expect(await written(worker)).toEqual(["e1", "e2"])
})

test("what is on its way from one page to the next is given to the next one of its tab", async () => {
  await leave((await live()).orders.desk, { type: "carry", text: "sent" })
  const { worker, collect } = await live()
  await collect()
  const asked = { type: "carried" } as const
  expect((await answerBridge(worker, { site, tabId: 8 }, asked)).answer).toBeNull()
  expect((await answerBridge(worker, { site, tabId: 7 }, asked)).answer).toBe("sent")
})

test("what a page has taken back as it went is not given to the next one", async () => {
  const { orders } = await live()
  await leave(orders.desk, { type: "carry", text: "sent" })
  await leave(orders.desk, { type: "carry", text: "" })
  const { worker, collect } = await live()
  await collect()
  expect((await answerBridge(worker, { site, tabId: 7 }, { type: "carried" })).answer).toBeNull()
})

test("a page is of the site whose desk it knows, whatever it says; what nobody's page left is thrown away", async () => {
  const { worker, orders, collect } = await live()
  const other = await live("other.example")
  expect(other.orders.desk).not.toBe(orders.desk)
  await leave(other.orders.desk, Object.assign(events("e1"), { site }))
  await leave("made-up:7", events("e2"))
  await leave("", events("e3"))
  await collect()
  expect(await written(worker)).toEqual([])
  expect(await written(other.worker, "other.example")).toEqual(["e1"])
  expect(left()).toEqual([])
})

test.each([null, "events", 5, {}, { type: "events" }, { type: "events", recorded: "x", fromSnippet: [] }])(
  "%j left is nothing, and goes",
  async (nonsense) => {
    const { worker, orders, collect } = await live()
    local.kept["left:0.1"] = nonsense
    local.kept["left:0.2"] = { ...Object(nonsense), desk: orders.desk }
    await leave(orders.desk, { type: "retract", ids: ["e1"] })
    await leave(orders.desk, events("e1"))
    await collect()
    expect(await written(worker)).toEqual(["e1"])
    expect(left()).toEqual([])
  },
)

test("what cannot be written stays until it can", async () => {
  const { worker, orders, collect } = await live()
  const { add } = IDBObjectStore.prototype
  IDBObjectStore.prototype.add = () => {
    throw new DOMException("The quota has been exceeded.", "QuotaExceededError")
  }
  try {
    await leave(orders.desk, events("e1"))
    await collect()
    expect(left()).toHaveLength(1)
  } finally {
    IDBObjectStore.prototype.add = add
  }
  await collect()
  expect(await written(worker)).toEqual(["e1"])
  expect(left()).toEqual([])
})

test("a message from a page that goes is of the site whose desk it names", async () => {
  const { worker, orders } = await live()
  const { take } = watchLeft(
    worker,
    greetings,
    async (message, from) => (await answerBridge(worker, from, message)).answer,
  )
  const other = await live("other.example")
  expect(await take({ ...events("e1"), desk: orders.desk })).toBe(true)
  await take({ ...events("e2"), desk: "made-up:7" })
  await take({ ...events("e3"), desk: 7 })
  expect(await written(worker)).toEqual(["e1"])
  expect(await written(other.worker, "other.example")).toEqual([])
})

test("a page that nobody knows by anything leaves nothing", async () => {
  await leave(undefined, events("e1"))
  expect(left()).toEqual([])
})

test("a page that goes before its orders is of the site where it has greeted, which the browser has said", async () => {
  const { worker, collect } = await live()
  let welcome: (is: boolean) => void = () => {}
  const isWelcome = new Promise<boolean>((decide) => {
    welcome = decide
  })
  greetings.note("k-1", { site, tabId: 7 }, isWelcome)
  greetings.note("k-2", { site: "mail.example", tabId: 8 }, Promise.resolve(false))
  greetings.note(7, { site, tabId: 7 }, Promise.resolve(true))
  await leave("k-1", events("e1"))
  await leave("k-2", events("e2"))
  await leave("k-3", events("e3"))
  const collected = collect()
  welcome(true)
  await collected
  expect(await written(worker)).toEqual(["e1"])
  expect(await written(worker, "mail.example")).toEqual([])
  expect(left()).toEqual([])
})

test("only so many greetings are known, the last ones", async () => {
  for (let number = 0; number <= 100; number++)
    greetings.note(`n-${number}`, { site, tabId: number }, Promise.resolve(true))
  expect(await greetings.find("n-0")).toBeUndefined()
  expect(await greetings.find("n-1")).toEqual({ site, tabId: 1 })
})
