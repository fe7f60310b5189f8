// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { notification } from "../../../snippet/detectors/notification"
import { openPage, watchDetector } from "../watch-detector"

let shown: unknown[] = []
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  openPage("/", "")
  vi.stubGlobal("Notification", { permission: "granted" })
  Object.defineProperty(navigator, "serviceWorker", {
    configurable: true,
    value: { getRegistration: async () => ({ getNotifications: async () => shown }) },
  })
  shown = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, "serviceWorker")
})

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

test("a notification on the screen is a message shown, by its title and never by its text", async () => {
  shown = [
    {
      title: "Your vase is back",
      body: "SECRET",
      tag: "t-1",
      data: { message_id: "m-7", user: "SECRET" },
      timestamp: 999_000,
    },
  ]
  const { sightings } = watchDetector(notification)
  await settle()
  expect(sightings).toEqual([
    {
      name: "message_shown",
      source: "page",
      at: 999_000,
      props: { channel: "push", provider_id: "m-7", subject: "Your vase is back" },
    },
  ])
  expect(JSON.stringify(sightings)).not.toContain("SECRET")
})

test("it is told once, and one that comes while the page is open is told too", async () => {
  shown = [{ title: "One", tag: "t-1" }]
  const { sightings, visit } = watchDetector(notification)
  await settle()
  visit("navigate")
  shown = [...shown, { title: "Two" }]
  await settle(10_000)
  await settle(60_000)
  expect(sightings.map(({ props }) => props)).toEqual([
    { channel: "push", provider_id: "t-1", subject: "One" },
    { channel: "push", subject: "Two" },
  ])
})

test.each([
  ["nobody has allowed any", () => vi.stubGlobal("Notification", { permission: "default" })],
  ["the browser has none", () => vi.stubGlobal("Notification", undefined)],
  ["there is no service worker", () => Reflect.deleteProperty(navigator, "serviceWorker")],
  ["the page is hidden", () => vi.spyOn(document, "visibilityState", "get").mockReturnValue("hidden")],
])("nothing is told where %s", async (_title, arrange) => {
  shown = [{ title: "One" }]
  arrange()
  const { sightings } = watchDetector(notification)
  await settle(30_000)
  expect(sightings).toEqual([])
  vi.restoreAllMocks()
})

test("broken ones cost nothing: no title, data of any kind, a time that is none", async () => {
  shown = [
    { title: "", tag: "a" },
    { title: "A", data: null, timestamp: Number.NaN },
    { title: "B", data: "text", timestamp: 9e15 },
    { title: "C", data: { id: { nested: 1 } } },
  ]
  const { sightings, stop } = watchDetector(notification)
  await settle()
  expect(sightings.map(({ at, props }) => [at, props?.subject])).toEqual([
    [undefined, "A"],
    [undefined, "B"],
    [undefined, "C"],
  ])
  stop()
  shown = [{ title: "D" }]
  await settle(60_000)
  expect(sightings).toHaveLength(3)
})
