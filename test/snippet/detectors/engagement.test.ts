// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { engagement } from "../../../snippet/detectors/engagement"
import { openPage, watchDetector } from "../watch-detector"

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }))
afterEach(() => void vi.useRealTimers())

const start = () => {
  const now = vi.spyOn(performance, "now").mockReturnValue(1_000)
  openPage("/vase", "")
  const watched = watchDetector(engagement)
  const show = (state: "hidden" | "visible") => {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state })
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))
  }
  return { ...watched, show, at: (ms: number) => now.mockReturnValue(1_000 + ms) }
}
const times = (sightings: { props?: Record<string, unknown> }[]) =>
  sightings.map(({ props }) => props?.engagement_time_msec)

test("tells how long the page was looked at, each stretch once", () => {
  const { at, leave, show, sightings } = start()
  at(15_000)
  leave(false)
  show("hidden")
  at(60_000)
  show("visible")
  at(73_000)
  leave()
  expect(times(sightings)).toEqual([15_000, 13_000])
  expect(sightings[0]?.name).toBe("user_engagement")
  leave()
  expect(sightings).toHaveLength(2)
})

test("who does nothing for half a minute is not reading", () => {
  const { at, leave, sightings } = start()
  at(20_000)
  dispatchEvent(new Event("scroll"))
  at(1_000_000)
  leave()
  expect(times(sightings)).toEqual([50_000])
})

test("a glance is no engagement, and a new visit begins anew", () => {
  const { at, leave, visit, sightings } = start()
  at(9_000)
  leave()
  visit()
  at(16_000)
  leave()
  expect(sightings).toEqual([])
})

test("who comes late begins with the visit", () => {
  vi.spyOn(performance, "now").mockReturnValue(9_000)
  openPage("/vase", "")
  const { sightings, leave } = watchDetector(engagement, [], {
    onVisit: (next) => next({ at: Date.now() - 8_000, url: "", referrer: "", how: "load" }),
  })
  vi.spyOn(performance, "now").mockReturnValue(13_000)
  leave()
  const [told = 0] = times(sightings) as number[]
  expect(told).toBeGreaterThanOrEqual(12_000)
  expect(told).toBeLessThan(13_000)
})
