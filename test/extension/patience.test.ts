import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { keepPatience } from "../../extension/page/patience"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test("a page that fights without end has its will, after another place was tried", () => {
  const patience = keepPatience()
  const thin: boolean[] = []
  const spent = Array.from({ length: 30 }, () => {
    const may = patience.spend()
    thin.push(patience.isThin())
    return may
  })
  expect(spent.filter(Boolean)).toHaveLength(20)
  expect(spent.lastIndexOf(true)).toBe(19)
  expect(thin.indexOf(true)).toBe(10)
})

test("one that is made anew now and then is followed for as long as it stays", () => {
  const patience = keepPatience()
  for (let page = 0; page < 100; page++) {
    vi.advanceTimersByTime(5_000)
    expect(patience.spend()).toBe(true)
  }
  expect(patience.isThin()).toBe(false)
})
