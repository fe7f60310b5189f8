// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest"
import { noLens } from "../../extension/panel/state"
import { viewIds, views } from "../../extension/panel/views"
import { readLens } from "../../extension/worker/panel/read-lens"
import { answerers, isViewId } from "../../extension/worker/panel/views"
import { clear, click, press } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, hourMs, noon } from "./journey"
import { full } from "./journeys"

afterEach(clear)

describe("the panel", () => {
  it("has for every view how it looks and who answers, under the same id", () => {
    expect(Object.keys(answerers).sort()).toEqual([...viewIds].sort())
    for (const id of viewIds) expect(views[id].id).toBe(id)
    expect(isViewId("constructor")).toBe(false)
  })

  it("shows its views as tabs with one stop for the Tab key", async () => {
    const { host, find } = drawPanel(await answerView("now", full))
    const tabs = [...host.querySelectorAll<HTMLElement>("[role=tab]")]
    expect(tabs.map(({ tabIndex }) => tabIndex)).toEqual(viewIds.map((id) => (id === "now" ? 0 : -1)))
    expect(find("#tab-now").getAttribute("aria-selected")).toBe("true")
    expect(find("[role=tabpanel]").getAttribute("aria-labelledby")).toBe("tab-now")
  })

  it("goes from tab to tab by the arrow keys, round the ends, and by Home and End", async () => {
    const { asked, find } = drawPanel(await answerView("now", full))
    press(find("#tab-now"), "ArrowUp")
    press(find("#tab-now"), "End")
    press(find("#tab-now"), "Home")
    press(find("#tab-now"), "x")
    expect(asked.shown).toEqual([viewIds.at(-1), viewIds.at(-1), "now"])
  })

  it("says when it does not show what is, and leads back", async () => {
    const lens = { at: noon - hourMs, pretended: [{ name: "purchase", at: noon - hourMs, props: {} }] }
    const { asked, text, button } = drawPanel(await answerView("now", full, { lens }))
    expect(text()).toContain("You see the journey as it was")
    expect(text()).toContain("1 event that did not happen")
    click(button("Discard"))
    click(button("Back to now"))
    expect(asked.lenses).toEqual([
      { ...lens, pretended: [] },
      { ...lens, at: null },
    ])
  })

  it("says nothing of that while it shows what is", async () => {
    const { text } = drawPanel(await answerView("now", full))
    expect(text()).not.toContain("You see the journey as it")
  })

  it("reads a lens that it cannot trust", () => {
    expect(readLens(null)).toEqual(noLens)
    expect(readLens({ at: Number.NaN, pretended: "all" })).toEqual(noLens)
    expect(
      readLens({ at: 1e300, pretended: [null, { name: "__proto__", at: "soon" }, { name: 7, at: 1 }] }),
    ).toEqual(noLens)
    const lens = { at: noon - 5, pretended: [{ name: "purchase", at: noon, props: { value: 3 } }] }
    expect(readLens(lens)).toEqual(lens)
  })
})
