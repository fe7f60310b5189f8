// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { slowPage } from "../../../snippet/detectors/slow-page"
import { openPage, watchDetector } from "../watch-detector"

let tell: Record<string, (...entries: unknown[]) => void> = {}
beforeEach(() => {
  tell = {}
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(private readonly listener: (list: { getEntries(): unknown[] }) => void) {}
      observe({ type }: { type: string }) {
        tell[type] = (...entries) => this.listener({ getEntries: () => entries })
      }
      disconnect() {}
    },
  )
  openPage("/vase", "")
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
const shift = (startTime: number, value: number, hadRecentInput = false) => ({
  startTime,
  value,
  hadRecentInput,
})

test("each metric once, as soon as it is poor", () => {
  const { sightings } = watchDetector(slowPage)
  tell["largest-contentful-paint"]!({ startTime: 4_200.4 }, { startTime: 5_000 })
  tell.event!({ interactionId: 1, duration: 640 })
  tell["layout-shift"]!(shift(100, 0.2), shift(600, 0.1))
  expect(sightings.map(({ name, props }) => [name, props])).toEqual([
    ["slow_page", { metric: "LCP", value: 4_200 }],
    ["slow_page", { metric: "INP", value: 640 }],
    ["slow_page", { metric: "CLS", value: 0.3 }],
  ])
})

test("what is good or middling is not slow", () => {
  const { sightings } = watchDetector(slowPage)
  tell["largest-contentful-paint"]!({ startTime: 3_900 })
  tell.event!({ interactionId: 1, duration: 480 }, { interactionId: 0, duration: 900 })
  tell["layout-shift"]!(shift(100, 0.2), shift(2_000, 0.2), shift(2_100, 0.9, true))
  expect(sightings).toEqual([])
})

test("a page in the background is not slow, and before a prerendered page is shown nobody waits", () => {
  vi.spyOn(performance, "getEntriesByType").mockImplementation(
    (type) =>
      (type === "visibility-state"
        ? [{ name: "hidden", startTime: 0 }]
        : []) as unknown as PerformanceEntryList,
  )
  const hidden = watchDetector(slowPage)
  tell["largest-contentful-paint"]!({ startTime: 9_000 })
  expect(hidden.sightings).toEqual([])
  vi.spyOn(performance, "getEntriesByType").mockImplementation(
    (type) => (type === "navigation" ? [{ activationStart: 8_000 }] : []) as unknown as PerformanceEntryList,
  )
  const prerendered = watchDetector(slowPage)
  tell["largest-contentful-paint"]!({ startTime: 9_000 })
  expect(prerendered.sightings).toEqual([])
})
