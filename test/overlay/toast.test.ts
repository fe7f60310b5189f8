// @vitest-environment happy-dom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { clear, click, drawOverlay } from "./draw"
import { firedState, healthyState, run } from "./harness/fixtures"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)
const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const toast = (overlay: ReturnType<typeof drawOverlay>) => overlay.host.querySelector(".cue-toast")

beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  clear()
  vi.useRealTimers()
})

describe("a scenario that has just started", () => {
  it("is told with what the visitor did, and goes away by itself", () => {
    const overlay = drawOverlay(firedState(now))
    expect(toast(overlay)?.textContent).toContain("Abandoned cart")
    expect(toast(overlay)?.textContent).toContain("a click on “Add to cart”")
    expect(overlay.asked()).toEqual([{ type: "told", runs: [firedState(now).fired[0]] }])
    pass(10_000)
    expect(toast(overlay)).toBeNull()
  })

  it("is told with the kind of what was pressed where nobody knows what it says", () => {
    const state = firedState(now)
    for (const { because } of state.running)
      for (const event of because.events) if (event.gesture) delete event.gesture.label
    expect(toast(drawOverlay(state))?.textContent).toContain("a click on a button")
    clear()
    const russian = drawOverlay({ ...state, language: "ru" })
    expect(toast(russian)?.textContent).toContain("щелчок: кнопка")
    expect(toast(russian)?.textContent).not.toContain("primary")
  })

  it("stays while somebody reads it", () => {
    const overlay = drawOverlay(firedState(now))
    const close = overlay.button("Close this notice")
    act(() => close.focus())
    pass(30_000)
    expect(toast(overlay)).not.toBeNull()
    act(() => close.blur())
    pass(10_000)
    expect(toast(overlay)).toBeNull()
  })

  it("goes in the end where nobody says that the pointer has left", () => {
    const overlay = drawOverlay(firedState(now))
    act(() => overlay.button("Close this notice").focus())
    pass(59_000)
    expect(toast(overlay)).not.toBeNull()
    pass(2_000)
    expect(toast(overlay)).toBeNull()
  })

  it("is told in the pill as well, and can be closed", () => {
    const overlay = drawOverlay({ ...firedState(now), mode: "pill" })
    expect(overlay.find(".cue-pill-told .cue-toast").textContent).toContain("Scenario started")
    click(overlay.button("Close this notice"))
    expect(toast(overlay)).toBeNull()
  })

  it("is news when it was not there before", () => {
    const state = healthyState(now)
    const overlay = drawOverlay(state)
    const because = state.stage?.because ?? { events: [] }
    const next = run({ key: "vip/1", name: "VIP club", triggeredAt: now, because, steps: [] })
    overlay.show({ ...state, running: [...state.running, next] })
    expect(toast(overlay)?.textContent).toContain("VIP club")
  })

  it("is no news when the overlay finds it there", () => {
    const overlay = drawOverlay(healthyState(now))
    expect(toast(overlay)).toBeNull()
    expect(overlay.asked()).toEqual([])
  })
})

describe("the row of an event", () => {
  it("points at what caused it while somebody points at the row", () => {
    const overlay = drawOverlay(healthyState(now))
    const button = overlay.find(".cue-event-button")
    act(() => button.focus())
    act(() => button.blur())
    const [first, second] = overlay.asked()
    expect(first).toMatchObject({ type: "outline", event: expect.any(String) })
    expect(second).toEqual({ type: "outline", event: null })
  })

  it("is plain text where nobody knows what caused it", () => {
    const overlay = drawOverlay(healthyState(now))
    const rows = overlay.host.querySelectorAll(".cue-event")
    expect(rows.length).toBeGreaterThan(overlay.host.querySelectorAll(".cue-event-button").length)
  })
})
