import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { BridgeMessage } from "../../extension/messages"
import { answerBridge } from "../../extension/worker/answer-bridge"
import { changeTab, forgetTab, readTab } from "../../extension/worker/tab-state"
import type { Worker } from "../../extension/worker/worker"

beforeEach(() => {
  const stored: Record<string, unknown> = {}
  const session = {
    get: async (key: string) => structuredClone({ [key]: stored[key] }),
    set: async (values: object) => void Object.assign(stored, structuredClone(values)),
    remove: async (key: string) => void delete stored[key],
  }
  vi.stubGlobal("chrome", { storage: { session } })
})
afterEach(() => vi.unstubAllGlobals())

const ask = async (message: BridgeMessage, tabId = 1, site = "shop.example") =>
  (await answerBridge({} as Worker, { site, tabId }, message)).answer
const carry = (text: string, tabId?: number, site?: string) => ask({ type: "carry", text }, tabId, site)
const take = (tabId?: number, site?: string) => ask({ type: "carried" }, tabId, site)

test("what a page leaves for the next one of its tab is given once", async () => {
  await changeTab(1, { unsaved: 3 })
  await carry("sent")
  expect(await take()).toBe("sent")
  expect(await take()).toBeNull()
  expect((await readTab(1)).unsaved).toBe(3)
})

test.each([
  ["another tab", 2, "shop.example"],
  ["another site", 1, "other.example"],
])("%s gets nothing of it", async (_title, tabId, site) => {
  await carry("sent")
  expect(await take(tabId, site)).toBeNull()
})

test("another site in between ends it, and so does who takes it back or closes the tab", async () => {
  await carry("sent")
  await take(1, "other.example")
  expect(await take()).toBeNull()
  await carry("sent")
  await carry("")
  expect(await take()).toBeNull()
  await carry("sent")
  await forgetTab(1)
  expect(await take()).toBeNull()
})

test("what a page makes up is bounded", async () => {
  await carry("x".repeat(1_000_000))
  expect(String(await take()).length).toBeLessThan(10_000)
  await ask({ type: "carry", text: { toString: null } } as never).catch(() => {})
  expect(await take()).toBeNull()
})

test("asked at the same time, it is given to one", async () => {
  await carry("sent")
  expect([await Promise.all([take(), take()])].flat().filter(Boolean)).toEqual(["sent"])
})
