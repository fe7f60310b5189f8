// @vitest-environment happy-dom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { OverlayState } from "../../extension/overlay/state"
import { clear, click, drawOverlay, press } from "./draw"
import { emptyState, healthyState, hourMs, missedState, movedState } from "./harness/fixtures"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)
let visibility: DocumentVisibilityState = "visible"

function see(next: DocumentVisibilityState): void {
  visibility = next
  act(() => {
    document.dispatchEvent(new Event("visibilitychange"))
  })
}
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))

beforeEach(() => {
  vi.useFakeTimers({ now })
  visibility = "visible"
  vi.spyOn(document, "visibilityState", "get").mockImplementation(() => visibility)
})
afterEach(() => {
  clear()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe("the clock", () => {
  it("moves by what was asked", () => {
    const overlay = drawOverlay(healthyState(now))
    click(overlay.button("+1 h"))
    click(overlay.button("+1 day"))
    click(overlay.button("Next step"))
    click(overlay.button("Now"))
    expect(overlay.asked()).toEqual([
      { type: "clock", advanceMs: hourMs },
      { type: "clock", advanceMs: 24 * hourMs },
      { type: "clock-to-next-due" },
      { type: "clock-now" },
    ])
  })

  it("says when it is not now, and offers the way back", () => {
    const overlay = drawOverlay(movedState(now))
    expect(overlay.find(".cue-clock-moved").textContent).toContain("Clock 1 day 3 h ahead")
    click(overlay.button("Back to now"))
    expect(overlay.asked()).toEqual([{ type: "clock-now" }])
  })

  it("does not speak of itself while it is now", () => {
    expect(drawOverlay(healthyState(now)).host.querySelector(".cue-clock-moved")).toBeNull()
  })
})

describe("countdowns", () => {
  const shown = (overlay: ReturnType<typeof drawOverlay>) => overlay.find(".cue-next").textContent

  it("run every second", () => {
    const overlay = drawOverlay(healthyState(now))
    expect(shown(overlay)).toBe("SMS in 23:41:10")
    pass(3000)
    expect(shown(overlay)).toBe("SMS in 23:41:07")
  })

  it("run on the moved clock", () => {
    const overlay = drawOverlay(movedState(now))
    pass(1000)
    expect(shown(overlay)).toBe("SMS in 23:41:09")
  })

  it("rest while nobody can see them, and are right at once afterwards", () => {
    const overlay = drawOverlay(healthyState(now))
    see("hidden")
    expect(vi.getTimerCount()).toBe(0)
    pass(10_000)
    expect(shown(overlay)).toBe("SMS in 23:41:10")
    see("visible")
    expect(shown(overlay)).toBe("SMS in 23:41:00")
  })

  it("leave no timer behind", () => {
    drawOverlay(healthyState(now))
    expect(vi.getTimerCount()).toBeGreaterThan(0)
    clear()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe("a fresh state", () => {
  const refreshes = (overlay: ReturnType<typeof drawOverlay>) =>
    overlay.asked().filter(({ type }) => type === "refresh").length
  const changing = (change: Partial<OverlayState>) => ({
    ...healthyState(now),
    nextChangeAt: now + 5000,
    ...change,
  })

  it("is asked for at the next change, once", () => {
    const overlay = drawOverlay(changing({}))
    pass(4999)
    expect(refreshes(overlay)).toBe(0)
    pass(1)
    expect(refreshes(overlay)).toBe(1)
    pass(60_000)
    expect(refreshes(overlay)).toBe(1)
  })

  it("is asked for on the moved clock", () => {
    const overlay = drawOverlay(changing({ clockOffsetMs: hourMs, nextChangeAt: now + hourMs + 5000 }))
    pass(5000)
    expect(refreshes(overlay)).toBe(1)
  })

  it("is not asked for in vain: no change, or a worker that answers the same", () => {
    const still = drawOverlay(changing({ nextChangeAt: null }))
    pass(hourMs)
    expect(refreshes(still)).toBe(0)
    const same = drawOverlay(changing({ nextChangeAt: now - 1000 }))
    pass(0)
    for (let round = 0; round < 5; round += 1) {
      same.show(changing({ nextChangeAt: now - 1000 }))
      pass(1000)
    }
    expect(refreshes(same)).toBe(1)
  })

  it("waits until somebody looks", () => {
    see("hidden")
    const overlay = drawOverlay(changing({}))
    pass(60_000)
    expect(refreshes(overlay)).toBe(0)
    see("visible")
    pass(0)
    expect(refreshes(overlay)).toBe(1)
  })

  it("in a far future does not come at once", () => {
    const overlay = drawOverlay(changing({ nextChangeAt: now + 60 * 24 * hourMs }))
    pass(1000)
    expect(refreshes(overlay)).toBe(0)
  })
})

describe("by keyboard", () => {
  it("Escape leaves the menu first, then makes the overlay small", () => {
    const overlay = drawOverlay(healthyState(now))
    click(overlay.button("Menu"))
    press(overlay.button("Choose a file"), "Escape")
    expect(overlay.asked()).toEqual([])
    expect(document.activeElement).toBe(overlay.button("Menu"))
    press(overlay.button("Menu"), "Escape")
    expect(overlay.asked()).toEqual([{ type: "mode", mode: "pill" }])
  })

  it("arrow keys move it, with Shift further; other keys do not", () => {
    const overlay = drawOverlay(healthyState(now))
    const grip = overlay.button(/^Move/)
    press(grip, "ArrowLeft")
    press(grip, "ArrowDown", { shiftKey: true })
    press(grip, "ArrowUp", { ctrlKey: true })
    press(grip, "a")
    expect(overlay.asked()).toEqual([
      { type: "move", dx: -8, dy: 0, from: null, done: true },
      { type: "move", dx: 0, dy: 40, from: null, done: true },
    ])
  })

  it("the pill opens, and moves", () => {
    const overlay = drawOverlay({ ...healthyState(now), mode: "pill" })
    click(overlay.find(".cue-pill"))
    press(overlay.find(".cue-pill"), "ArrowUp")
    expect(overlay.asked()).toEqual([
      { type: "mode", mode: "open" },
      { type: "move", dx: 0, dy: -8, from: null, done: true },
    ])
  })

  it("nobody's focus is taken when it comes up", () => {
    drawOverlay(missedState(now))
    expect(document.activeElement).toBe(document.body)
  })
})

describe("dragging", () => {
  const from = { x: 500, y: 500, at: now }

  function drag(element: HTMLElement, type: string, x: number, y: number, letGo = false, button = 0): void {
    const event = new PointerEvent(type, { bubbles: true, cancelable: true, button, pointerId: 1 })
    const buttons = { value: type === "pointermove" && !letGo ? 1 : 0 }
    Object.defineProperties(event, { screenX: { value: x }, screenY: { value: y }, buttons })
    act(() => {
      element.dispatchEvent(event)
    })
  }

  it("moves by the distances on the screen, and is no click", () => {
    const overlay = drawOverlay({ ...healthyState(now), mode: "pill" })
    const pill = overlay.find(".cue-pill")
    pill.setPointerCapture = () => undefined
    drag(pill, "pointerdown", 500, 500)
    drag(pill, "pointermove", 490, 480)
    drag(pill, "pointermove", 470, 480)
    drag(pill, "pointerup", 470, 481)
    click(pill)
    expect(overlay.asked()).toEqual([
      { type: "move", dx: -10, dy: -20, from, done: false },
      { type: "move", dx: -30, dy: -20, from, done: false },
      { type: "move", dx: -30, dy: -19, from, done: true },
    ])
    click(pill)
    expect(overlay.asked().at(-1)).toEqual({ type: "mode", mode: "open" })
  })

  it("let go where the frame did not see it, ends where it was seen last", () => {
    const overlay = drawOverlay({ ...healthyState(now), mode: "pill" })
    const pill = overlay.find(".cue-pill")
    pill.setPointerCapture = () => undefined
    drag(pill, "pointerdown", 500, 500)
    drag(pill, "pointermove", 490, 480)
    drag(pill, "pointermove", 300, 300, true)
    drag(pill, "pointermove", 200, 200, true)
    expect(overlay.asked()).toEqual([
      { type: "move", dx: -10, dy: -20, from, done: false },
      { type: "move", dx: -10, dy: -20, from, done: true },
    ])
  })

  it("is not done by another button than the first", () => {
    const overlay = drawOverlay({ ...healthyState(now), mode: "pill" })
    const pill = overlay.find(".cue-pill")
    pill.setPointerCapture = () => undefined
    drag(pill, "pointerdown", 500, 500, false, 2)
    drag(pill, "pointermove", 400, 400)
    expect(overlay.asked()).toEqual([])
  })

  it("of less than a trembling hand is a click", () => {
    const overlay = drawOverlay({ ...healthyState(now), mode: "pill" })
    const pill = overlay.find(".cue-pill")
    pill.setPointerCapture = () => undefined
    drag(pill, "pointerdown", 500, 500)
    drag(pill, "pointermove", 502, 501)
    drag(pill, "pointerup", 502, 501)
    click(pill)
    expect(overlay.asked()).toEqual([{ type: "mode", mode: "open" }])
  })
})

describe("announcements", () => {
  const said = (overlay: ReturnType<typeof drawOverlay>) => overlay.find("[role=status]").textContent

  it("tell once what was newly missed and what began", () => {
    const overlay = drawOverlay(emptyState(now))
    expect(said(overlay)).toBe("")
    overlay.show(missedState(now))
    expect(said(overlay)).toBe(
      "Missed: E-mail · Cart reminder. Scenario started: Abandoned cart. Scenario started: Price drop.",
    )
    overlay.show(healthyState(now))
    overlay.show({ ...missedState(now), language: "ru" })
    expect(said(overlay)).toContain("Missed: E-mail")
  })

  it("do not tell what was so already", () => {
    const overlay = drawOverlay(missedState(now))
    overlay.show({ ...missedState(now), mode: "pill" })
    expect(said(overlay)).toBe("")
  })
})

describe("why", () => {
  it("tells what should have happened, its cause, and who would have seen it", () => {
    const overlay = drawOverlay(missedState(now))
    const row = overlay.find(".cue-row-missed")
    expect(row.textContent).not.toContain("Nobody has seen it")
    click(overlay.find(".cue-row-missed button"))
    expect(row.textContent).toMatch(
      /“Cart reminder” \(e-mail\) should have gone out at \d\d:47\. Nobody has seen it by \d\d:02\./,
    )
    expect(row.textContent).toContain("because: added “Blue vase” to cart")
    expect(row.textContent).toContain("Scenario: Abandoned cart")
    expect(row.textContent).toContain("Who watches: you, since ")
  })

  it("closes in this tab only", () => {
    const overlay = drawOverlay(missedState(now))
    click(overlay.button(/^Hide in this tab/))
    expect(overlay.asked()).toEqual([{ type: "close", scope: "tab" }])
  })
})

it("a mistake of ours is told in words, and recording goes on", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined)
  const broken = { ...healthyState(now), events: null } as unknown as OverlayState
  const overlay = drawOverlay(broken)
  expect(overlay.find("[role=alert]").textContent).toContain("Recording goes on")
  overlay.show(healthyState(now))
  click(overlay.button("Show it again"))
  expect(overlay.cues("stage")).toHaveLength(1)
})
