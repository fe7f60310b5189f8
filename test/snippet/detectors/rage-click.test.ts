// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { rageClick } from "../../../snippet/detectors/rage-click"
import { openPage, watchDetector } from "../watch-detector"

function click(selector: string, at: number, x = 100, isTrusted = true): void {
  const event = new MouseEvent("click", { bubbles: true, composed: true, clientX: x, clientY: 50 })
  Object.defineProperties(event, { isTrusted: { value: isTrusted }, timeStamp: { value: at } })
  document.querySelector(selector)!.dispatchEvent(event)
}

function clickAt(
  selector: string,
  first: number,
  second: number,
  third: number,
  apart = false,
  isTrusted = true,
) {
  for (const at of [first, second, third]) click(selector, at, apart ? at : 100, isTrusted)
}

const start = (markup: string) => {
  openPage("/vase", markup)
  return watchDetector(rageClick).sightings
}

test("three presses on one spot within a second are one rage, however many follow", () => {
  const sightings = start(`<button id="pay">Pay</button>`)
  for (const at of [0, 200, 400, 600, 800]) click("button", at)
  expect(sightings).toMatchObject([{ name: "rage_click", props: { target: "button#pay", clicks: 3 } }])
})

test.each([
  ["three slow presses", () => clickAt("button", 0, 600, 1_200)],
  ["presses here and there", () => clickAt("button", 10, 200, 400, true)],
  ["what a script presses", () => clickAt("button", 0, 100, 200, false, false)],
  ["one more, please", () => clickAt(".qty-plus", 0, 100, 200)],
  ["a sign", () => clickAt("i", 0, 100, 200)],
  ["a slider", () => clickAt("em", 0, 100, 200)],
  ["a field", () => clickAt("input", 0, 100, 200)],
])("%s: no rage", (_title, run) => {
  const sightings = start(
    `<button>Pay</button><b class="qty-plus">more</b><i>+</i><div class="slick-list"><em>x</em></div><input>`,
  )
  run()
  expect(sightings).toEqual([])
})

test.each(['class="page page-product"', 'id="__next"', 'class="account-panel"', 'class="preview discount"'])(
  "a wrapper with %s takes nothing away",
  (wrapper) => {
    const sightings = start(`<div ${wrapper}><main><button>Pay</button></main></div>`)
    clickAt("button", 0, 100, 200)
    expect(sightings).toHaveLength(1)
  },
)

test.each(['class="page-link"', 'class="pagination-next"', 'class="btn-step-up"', 'id="qtyCounter"'])(
  "what is pressed several times, as %s, is no rage",
  (control) => {
    const sightings = start(`<button ${control}>2</button>`)
    clickAt("button", 0, 100, 200)
    expect(sightings).toEqual([])
  },
)
