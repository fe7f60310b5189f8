// @vitest-environment happy-dom
import { afterEach, expect, test } from "vitest"
import { readGestureLabel, watchGestureLabels } from "../../snippet/gesture-label"

afterEach(() => {
  document.body.innerHTML = ""
})

const read = (html: string, selector = "[data-here]") => {
  document.body.innerHTML = html
  return readGestureLabel(document.querySelector(selector)!)
}

test("what a button or a link says, wherever in it was pressed, in one line", () => {
  expect(read("<button>\n  Add <b data-here>to</b>\n cart </button>")).toBe("Add to cart")
  expect(read('<a href="/vase" data-here><img src="x.png" alt=""> Blue vase</a>')).toBe("Blue vase")
  expect(read('<div role="button" aria-label="Close" data-here>x</div>')).toBe("Close")
})

test("a long one is cut", () => {
  const label = read(`<button data-here>${"words and ".repeat(30)}</button>`)
  expect(label.length).toBeLessThanOrEqual(40)
  expect(label).toMatch(/^words and .*…$/)
})

test("nothing of what is typed, or of what is no button", () => {
  expect(read('<input data-here value="secret">')).toBe("")
  expect(read("<textarea data-here>secret</textarea>")).toBe("")
  expect(read('<input type="submit" data-here value="secret">')).toBe("")
  expect(read("<p data-here>secret</p>")).toBe("")
  expect(read('<div role="option"><input value="x"><b data-here>secret</b></div>')).toBe("")
  expect(read('<div role="button" contenteditable="true" data-here>secret</div>')).toBe("")
})

test("a gesture that a script makes says nothing, and nothing is heard after the end", () => {
  document.body.innerHTML = "<button>Add to cart</button>"
  const ending = new AbortController()
  const labels = watchGestureLabels(ending.signal)
  document.querySelector("button")!.click()
  expect(labels.find(Date.now())).toBeUndefined()
  ending.abort()
})
