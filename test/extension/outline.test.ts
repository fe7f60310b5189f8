// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { createOutline } from "../../extension/page/outline"
import { describeElement } from "../../snippet/gestures"

const place = (html: string) => {
  document.body.innerHTML = html
  for (const element of document.querySelectorAll("*"))
    vi.spyOn(element, "getBoundingClientRect").mockReturnValue(new DOMRect(10, 10, 100, 30))
}
const drawn = () => document.querySelectorAll("cue-outline").length
const target = (selector: string) => describeElement(document.querySelector(selector) as Element)

let outline: ReturnType<typeof createOutline>
beforeEach(() => {
  outline = createOutline()
})
afterEach(() => {
  outline.stop()
  vi.restoreAllMocks()
})

describe("the outline of what caused an event", () => {
  test("finds the element as the recorder describes it, whatever its classes are", () => {
    place(`<button id="buy" class="md:flex w-1/2 big" name="add">Add</button><button>Other</button>`)
    expect(outline.show({ target: target("#buy"), at: 0 })).toBe(true)
    expect(drawn()).toBe(1)
    outline.hide()
    expect(drawn()).toBe(0)
  })

  test("draws nothing rather than around a wrong one", () => {
    place(`<button class="add">A</button><button class="add">B</button>`)
    expect(outline.show({ target: "button.add", at: 0 })).toBe(false)
    expect(outline.show({ target: "button.gone", at: 0 })).toBe(false)
    expect(outline.show({ target: "*[onclick]", at: 0 })).toBe(false)
    expect(drawn()).toBe(0)
  })

  test("two at once are one", () => {
    place(`<a id="one">1</a><a id="two">2</a>`)
    outline.show({ target: "a#one", at: 0 })
    outline.show({ target: "a#two", at: 0 })
    expect(drawn()).toBe(1)
  })

  test("of what was done in a frame, the frame is pointed at, and nothing that only looks like it", () => {
    place(`<button class="send">Send</button><div id="frame"></div>`)
    // A real one would be loaded.
    const frame = Object.assign(document.querySelector("#frame") as Element, {
      src: "https://forms.example/ask?x=1",
    })
    const named = document.getElementsByTagName.bind(document)
    vi.spyOn(document, "getElementsByTagName").mockImplementation((name: string) =>
      name === "iframe" ? ([frame] as unknown as HTMLCollectionOf<Element>) : named(name),
    )
    const inFrame = { target: "button.send", at: 0, page: "https://forms.example/ask" }
    const button = vi.mocked((document.querySelector("button") as Element).getBoundingClientRect)
    expect(outline.show(inFrame)).toBe(true)
    expect(button).not.toHaveBeenCalled()
    expect(vi.mocked(frame.getBoundingClientRect)).toHaveBeenCalled()
  })
})
