// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest"
import { clear, click, press } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, dayMs, noon } from "./journey"
import { full } from "./journeys"

afterEach(clear)

const focused = () => document.activeElement as HTMLElement
const inFocus = (panel: { host: HTMLElement }) =>
  panel.host.contains(focused()) && focused() !== document.body

describe("the focus", () => {
  it("returns to the button that asked, when Escape closes a form", async () => {
    const panel = drawPanel(await answerView("findings", full))
    const button = panel.button(/^Mute/)
    click(button)
    expect(focused().tagName).toBe("INPUT")
    press(focused(), "Escape")
    expect(focused().textContent).toMatch(/^Mute/)
  })

  it("goes on with what is near when what had it goes away", async () => {
    const past = { at: noon - dayMs, pretended: [] }
    const panel = drawPanel(await answerView("now", full, { lens: past }))
    const back = panel.button("Back to now")
    back.focus()
    panel.show(await answerView("now", full))
    await vi.waitFor(() => expect(inFocus(panel)).toBe(true))
    expect(focused().getAttribute("role")).toBe("tabpanel")
  })

  it("goes on from a button that rests because of its own press", async () => {
    const panel = drawPanel(await answerView("visitor", full))
    const begin = panel.button("New visitor") as HTMLButtonElement
    begin.focus()
    begin.disabled = true
    await vi.waitFor(() => expect(inFocus(panel) && focused() !== begin).toBe(true))
  })

  it("is not taken from anything else", async () => {
    const past = { at: noon - dayMs, pretended: [] }
    const panel = drawPanel(await answerView("now", full, { lens: past }))
    panel.find("#tab-now").focus()
    panel.show(await answerView("now", full))
    // Once what was watched has been told of.
    await vi.waitFor(() => expect(panel.host.querySelector(".cue-lens")).toBeNull())
    expect(focused().id).toBe("tab-now")
  })
})

describe("what a screen reader is told", () => {
  it("is said once when the panel looks at another moment, not at each move of the slider", async () => {
    const at = (ago: number) => answerView("clock", full, { lens: { at: noon - ago, pretended: [] } })
    const panel = drawPanel(await answerView("clock", full))
    const said = () => panel.find(".cue-view > [role=status]").textContent
    expect(said()).toBe("")
    panel.show(await at(dayMs))
    const first = said()
    expect(first).not.toBe("")
    panel.show(await at(dayMs / 2))
    expect(said()).toBe(first)
  })

  it("of the events' count only while one filters", async () => {
    const panel = drawPanel(await answerView("events", full, { question: { epoch: "", from: 0 } }))
    const live = () => panel.find(".cue-events-count").getAttribute("aria-live")
    expect(live()).toBe("off")
    const field = panel.find(".cue-events-head input")
    const { act } = await import("react")
    act(() => field.focus())
    expect(live()).toBe("polite")
    act(() => field.blur())
    expect(live()).toBe("off")
  })
})
