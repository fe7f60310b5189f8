// @vitest-environment happy-dom
import { createElement } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { Nowhere, Popup } from "../../extension/popup/popup"
import type { PopupAction, PopupState } from "../../extension/popup/state"
import { clear, click, draw } from "../overlay/draw"
import { healthyState, hourMs } from "../overlay/harness/fixtures"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)

beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }))
afterEach(() => {
  clear()
  vi.useRealTimers()
})

function drawPopup(more: Partial<PopupState>) {
  const asked: PopupAction[] = []
  const state: PopupState = {
    ...healthyState(now, more.language),
    language: "en",
    counts: { running: 2, missed: 0, unknown: 0 },
    shown: true,
    always: null,
    ...more,
  }
  const { host } = draw(createElement(Popup, { state, act: (action) => void asked.push(action) }))
  return {
    asked,
    text: (host.textContent ?? "").replace(/\s+/g, " "),
    button: (name: string) => [...host.querySelectorAll("button")].find((each) => each.textContent === name),
  }
}

describe("the popup", () => {
  it("says that its counts are those of a moved clock, and leads back", () => {
    const { asked, text, button } = drawPopup({ clockOffsetMs: 2 * hourMs, at: now + 2 * hourMs })
    expect(text).toContain("The clock is 2 h ahead.")
    click(button("Back to now")!)
    expect(asked).toEqual([{ type: "clock-now" }])
    expect(drawPopup({ clockOffsetMs: -hourMs, at: now - hourMs }).text).toContain("The clock is 1 h behind.")
    const still = drawPopup({})
    expect(still.text).not.toContain("clock")
    expect(still.button("Back to now")).toBeUndefined()
  })

  it("says the worst of what is wrong and how much else there is, and where a journey came back from", () => {
    const trouble = { code: "disk-full", severity: "error" } as const
    const less = { code: "markup-broken", severity: "warning" } as const
    const fine = { code: "recording", severity: "ok" } as const
    expect(drawPopup({ health: [trouble, less, less, fine] }).text).toMatch(/^Cannot save.* and 2 more/)
    expect(drawPopup({ health: [trouble, fine] }).text).not.toContain("more")
    expect(drawPopup({ health: [fine] }).text).not.toContain("more")
    const { stage } = healthyState(now)
    const returned = drawPopup({ stage: { ...stage!, back: true, previous: "Purchase" } })
    expect(returned.text).toContain("back from Purchase")
    expect(drawPopup({ stage: { ...stage!, previous: "Purchase" } }).text).not.toContain("Purchase")
  })

  it("where nothing is audited it says so under a heading, in the language that it names to the browser", () => {
    const { host, again } = draw(createElement(Nowhere, { language: "ru", isAsked: true }))
    expect(document.documentElement.lang).toBe("ru")
    expect(host.querySelector("h1")?.textContent).toBe("В этой вкладке ничего не проверяется")
    again(createElement(Nowhere, { language: "en", isAsked: false }))
    expect(document.documentElement.lang).toBe("en")
    expect(host.textContent).toBe("CuelightAsking…")
  })
})
