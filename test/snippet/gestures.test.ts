// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { describeElement, watchGestures } from "../../snippet/gestures"
import { openPage } from "./watch-detector"

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function watch() {
  openPage("/", `<button id="buy" class="primary big round" name="go">Go</button><input value="typed">`)
  const listeners: Record<string, (event: Event) => void> = {}
  const gestures = watchGestures((types, listener) => {
    for (const type of types.split(" ")) listeners[type] = listener
  })
  const make = (type: string, isTrusted: boolean, selector = "button") => {
    const target = document.querySelector(selector)!
    listeners[type]!({ type, isTrusted, composedPath: () => [target] } as unknown as Event)
  }
  return { ...gestures, make }
}

test("a gesture counts for two seconds", () => {
  const { last, make } = watch()
  make("click", true)
  const at = Date.now()
  expect(last(at + 2_000)).toEqual({ type: "click", target: 'button#buy.primary.big[name="go"]', at })
  expect(last(at + 2_001)).toBeNull()
})

test("looked for and none seen is null, also when the page has just been opened", () => {
  expect(watch().last(Date.now())).toBeNull()
})

test("a key is a gesture, and what a script does is none", () => {
  const { last, turn, make } = watch()
  make("click", false)
  expect([last(Date.now() + 2_000), turn()]).toEqual([null, 0])
  make("keydown", true, "input")
  expect([last(Date.now()), turn()]).toMatchObject([{ type: "key", target: "input" }, 1])
})

test("a description never says what was typed", () => {
  watch()
  expect(describeElement(document.querySelector("input")!)).toBe("input")
})
