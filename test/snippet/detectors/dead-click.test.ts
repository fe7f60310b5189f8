// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { deadClick } from "../../../snippet/detectors/dead-click"
import { openPage, watchDetector } from "../watch-detector"

let requested: (() => void) | undefined
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(private readonly tell: () => void) {}
      observe() {
        requested = this.tell
      }
      disconnect() {}
    },
  )
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const start = (markup: string, isTrusted = true) => {
  openPage("/vase", markup)
  const { sightings } = watchDetector(deadClick)
  const event = new MouseEvent("click", { bubbles: true, composed: true })
  Object.defineProperty(event, "isTrusted", { value: isTrusted })
  document.querySelector("[data-press]")!.dispatchEvent(event)
  return sightings
}
const wait = () => vi.advanceTimersByTimeAsync(5_000)

test("a button after which nothing happens", async () => {
  const sightings = start(`<button id="more" data-press>More</button>`)
  await wait()
  expect(sightings).toMatchObject([{ name: "dead_click", props: { target: "button#more" } }])
})

test.each([
  ["the page changes", () => document.body.append("x")],
  ["a class changes", () => (document.body.className = "open")],
  ["a request goes out", () => requested?.()],
  ["the page moves", () => document.dispatchEvent(new Event("scroll"))],
  [
    "something begins to move",
    () => document.body.dispatchEvent(new Event("transitionrun", { bubbles: true })),
  ],
  ["the page goes", () => dispatchEvent(new Event("pagehide"))],
])("not where %s", async (_title, answer) => {
  const sightings = start("<button data-press>More</button>")
  answer()
  await wait()
  expect(sightings).toEqual([])
})

test.each([
  ["a text", "<p data-press>More</p>"],
  ["a link that leads somewhere", `<a href="/x" data-press>More</a>`],
  ["a button that says that it is off", `<button aria-disabled="true" data-press>More</button>`],
  ["what works on the clipboard", "<button data-press>Copy the code</button>"],
  ["a pop-up of the browser's own", `<button popovertarget="x" data-press>More</button>`],
])("%s owes no answer", async (_title, markup) => {
  const sightings = start(markup)
  await wait()
  expect(sightings).toEqual([])
})

test("what a script presses is nobody's click", async () => {
  const sightings = start("<button data-press>More</button>", false)
  await wait()
  expect(sightings).toEqual([])
})

test("a press that was over before the detector came may have been answered unseen", async () => {
  openPage("/vase", "<button data-press>More</button>")
  const event = new MouseEvent("click", { bubbles: true, composed: true })
  Object.defineProperty(event, "isTrusted", { value: true })
  document.querySelector("[data-press]")!.dispatchEvent(event)
  // As the recorder tells early presses to who comes later.
  const { sightings } = watchDetector(deadClick, [], {
    listen: (type, listener) => type === "click" && listener(event),
  })
  await wait()
  expect(sightings).toEqual([])
})
