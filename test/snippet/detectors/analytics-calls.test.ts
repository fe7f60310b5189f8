// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { TRACK_PUSH } from "../../../snippet/analytics-calls"
import { analyticsCalls } from "../../../snippet/detectors/analytics-calls"
import { openPage, watchDetector } from "../watch-detector"

type Call = (...values: unknown[]) => unknown
const page = globalThis as unknown as Record<string, unknown>
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  delete page.analytics
  delete page.rudderanalytics
})

const start = () => {
  openPage("/vase", "")
  return watchDetector(analyticsCalls)
}
/** What of Segment's library matters here: it tells its calls by `on`. */
function segmentLibrary() {
  const listeners: Call[] = []
  return {
    on: (name: string, listener: Call) => name === "track" && listeners.push(listener),
    track: (...values: unknown[]) => listeners.map((listener) => listener(...values)),
  }
}

test("Segment's calls, by the library's own word", async () => {
  const { sightings } = start()
  const library = segmentLibrary()
  page.analytics = library
  await vi.advanceTimersByTimeAsync(600)
  library.track("Product Added", {
    product_id: "KL-1",
    name: "Blue vase",
    price: "45.00",
    quantity: 2,
    currency: "EUR",
  })
  expect(sightings).toMatchObject([
    {
      name: "add_to_cart",
      source: "analytics",
      props: {
        currency: "EUR",
        items: [{ item_id: "KL-1", item_name: "Blue vase", price: 45, quantity: 2 }],
      },
    },
  ])
})

test("its stub is asked once, and the library goes on with it", async () => {
  const asked: unknown[][] = []
  page.analytics = Object.assign([], {
    on: (...values: unknown[]) => asked.push(values),
    track: () => undefined,
  })
  const { sightings } = start()
  expect(asked).toHaveLength(1)
  const library = segmentLibrary()
  library.on("track", asked[0]![1] as Call)
  page.analytics = library
  await vi.advanceTimersByTimeAsync(600)
  library.track("Order Completed", { order_id: "77", revenue: 45, products: [{ product_id: "KL-1" }] })
  expect(sightings).toMatchObject([
    { name: "purchase", props: { transaction_id: "77", value: 45, items: [{ item_id: "KL-1" }] } },
  ])
})

test("RudderStack's calls pass through unchanged, its method is put back", () => {
  const calls: unknown[][] = []
  const track = function (this: unknown, ...values: unknown[]) {
    calls.push([this === page.rudderanalytics, ...values])
    return "its own answer"
  }
  const library = { track: track as Call }
  page.rudderanalytics = library
  const { sightings, stop } = start()
  expect(library.track("Signed Up", { method: "form" })).toBe("its own answer")
  expect(calls).toEqual([[true, "Signed Up", { method: "form" }]])
  expect(sightings).toMatchObject([{ name: "sign_up", props: { method: "form" } }])
  stop()
  expect(library.track).toBe(track)
})

test("an error of the library is the library's", () => {
  page.rudderanalytics = {
    track() {
      throw new Error("its own")
    },
  }
  const { sightings } = start()
  expect(() => (page.rudderanalytics as { track: Call }).track("Signed Up")).toThrow("its own")
  expect(sightings).toEqual([])
})

test("what the tap hands over", () => {
  const { sightings, push } = start()
  push([TRACK_PUSH, "checkout started", { products: [{ product_id: "KL-1" }] }])
  expect(sightings).toMatchObject([{ name: "begin_checkout", at: 1_000 }])
})

test.each([
  ["a name of the site's own", [TRACK_PUSH, "Teaser Opened", {}]],
  ["no name", [TRACK_PUSH, 7, {}]],
  ["nothing besides the name", [TRACK_PUSH, "Product Added"]],
  ["another push", ["event", "Product Added", {}]],
  ["a proof that only the sender can give", [TRACK_PUSH, "Email Sent", {}]],
  ["a key of every object", [TRACK_PUSH, "constructor", {}]],
])("%s tells nothing", (_title, value) => {
  const { sightings, push } = start()
  push(value)
  expect(sightings).toEqual([])
})

test("objects that only look like a library are left alone", () => {
  page.analytics = { track: 7, on: () => expect.unreachable() }
  page.rudderanalytics = Object.freeze({ track: () => "frozen" })
  start()
  expect((page.rudderanalytics as { track: Call }).track()).toBe("frozen")
})

test("a call that the stub's list, the first file and the library tell is one; the same call again is another", () => {
  const { sightings, push } = start()
  const added = ["Product Added", { product_id: "KL-1", price: 45 }]
  push(["track", ...added])
  push(["on", ...added])
  // A plug-in of the library has added to it.
  push([TRACK_PUSH, added[0], { ...(added[1] as object), plan: "gold" }])
  expect(sightings).toHaveLength(1)
  for (const ear of [TRACK_PUSH, "on", TRACK_PUSH]) push([ear, ...added])
  expect(sightings).toHaveLength(3)
  push(["track", "Product Added", { product_id: "KL-2" }])
  expect(sightings).toHaveLength(4)
})

test("what only one of them hears is told: a library that never comes, a stub that came too late", () => {
  const { sightings, push } = start()
  push(["track", "Order Completed", { order_id: "1" }])
  push(["on", "Order Completed", { order_id: "2" }])
  push([TRACK_PUSH, "Order Completed", { order_id: "3" }])
  expect(sightings.map(({ props }) => props?.transaction_id)).toEqual(["1", "2", "3"])
})

test("a stub without `on` keeps its own `track`: what it gets stands in its list", () => {
  const track = () => undefined
  const stub = Object.assign([], { track })
  page.rudderanalytics = stub
  start()
  expect(stub.track).toBe(track)
})
