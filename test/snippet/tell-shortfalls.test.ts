// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import type { Shortfall } from "../../snippet/mended"
import { watchShortfalls } from "../../snippet/tell-shortfalls"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const push = (value: unknown) => ({
  event: "add_to_cart",
  ecommerce: { currency: "EUR", value, items: [{ item_id: "v", price: 39 }] },
})

test("tells what was noted before and after it was asked to, a moment later, once", () => {
  const told: Shortfall[] = []
  const watched = watchShortfalls()
  watched.note(push("39"), 1)
  watched.note(push(39), 2)
  watched.note("nothing", 3)
  watched.tellTo((each) => told.push(each), new AbortController().signal)
  expect(told).toEqual([])
  vi.advanceTimersByTime(3_000)
  expect(told).toEqual([{ name: "add_to_cart", at: 1, paths: ["value"] }])
  watched.note(push("40"), 4)
  vi.advanceTimersByTime(3_000)
  expect(told.map(({ at }) => at)).toEqual([1, 4])
})

test("tells at once when the page goes, and nothing once it has ended or where nobody asks", () => {
  const told: Shortfall[] = []
  const ending = new AbortController()
  const watched = watchShortfalls()
  watched.tellTo((each) => told.push(each), ending.signal)
  watched.note(push("39"), 1)
  dispatchEvent(new Event("pagehide"))
  expect(told).toHaveLength(1)
  ending.abort()
  watched.note(push("39"), 2)
  vi.advanceTimersByTime(10_000)
  dispatchEvent(new Event("pagehide"))
  expect(told).toHaveLength(1)
})
