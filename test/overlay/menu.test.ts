// @vitest-environment happy-dom
import { act } from "react"
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import type { OverlayState } from "../../extension/overlay/state"
import { clear, click, drawOverlay, press } from "./draw"
import { brokenMapState, healthyState } from "./harness/fixtures"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)

// By another clock the states' next change would be over, and the overlay would ask for it.
beforeEach(() => void vi.useFakeTimers({ now, toFake: ["Date"] }))
afterEach(() => {
  clear()
  vi.useRealTimers()
})

describe("the menu", () => {
  function opened(state: OverlayState) {
    const overlay = drawOverlay(state)
    click(overlay.button("Menu"))
    return overlay
  }
  function type(area: HTMLTextAreaElement, text: string): void {
    act(() => {
      Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set?.call(area, text)
      area.dispatchEvent(new Event("input", { bubbles: true }))
    })
  }

  it("hands over a pasted map, keeps it while it has errors, and lets it go once it is taken", () => {
    const overlay = opened(healthyState(now))
    click(overlay.button("Paste a map"))
    type(overlay.find("textarea") as HTMLTextAreaElement, "cuelight: 2")
    click(overlay.button("Use this map"))
    expect(overlay.asked()).toEqual([{ type: "map-text", text: "cuelight: 2", fileName: null }])
    // An event was seen meanwhile: no word on the map yet.
    overlay.show(healthyState(now + 1000))
    expect((overlay.find("textarea") as HTMLTextAreaElement).value).toBe("cuelight: 2")
    overlay.show(brokenMapState(now))
    const area = overlay.find("textarea") as HTMLTextAreaElement
    expect(area.value).toBe("cuelight: 2")
    const problems = overlay.find(".cue-problem").textContent
    expect(problems).toContain("This map has 3 errors")
    expect(problems).toContain("line 12, column 5 scenarios[0].triger unknown key")
    expect(problems).toContain("line 3 timeZone")
    click(overlay.button("Use this map"))
    overlay.show(healthyState(now))
    expect(overlay.host.querySelector("textarea")).toBeNull()
  })

  it("closes an empty field by Escape, with the focus back where it was, and loses no text to a key", () => {
    const overlay = opened(healthyState(now))
    const paste = () => click(overlay.button("Paste a map"))
    const area = () => overlay.host.querySelector("textarea")
    paste()
    expect(document.activeElement).toBe(area())
    press(area()!, "Escape")
    expect(area()).toBeNull()
    expect(document.activeElement?.textContent).toBe("Paste a map")
    paste()
    type(area()!, "cuelight: 1")
    press(area()!, "Escape")
    expect(area()?.value).toBe("cuelight: 1")
    // Neither closes the menu around it.
    expect(overlay.button("Back")).toBeDefined()
  })

  it("takes no empty map", () => {
    const overlay = opened(healthyState(now))
    click(overlay.button("Paste a map"))
    click(overlay.button("Use this map"))
    expect(overlay.asked()).toEqual([])
    expect(overlay.find("[role=alert]").textContent).toContain("Paste the map first")
  })

  it("reads a file, and refuses one that is too large without reading it", async () => {
    const overlay = opened(healthyState(now))
    const picker = overlay.find("input[type=file]") as HTMLInputElement
    async function choose(file: Partial<File>): Promise<void> {
      Object.defineProperty(picker, "files", { value: [file], configurable: true })
      await act(async () => {
        picker.dispatchEvent(new Event("change", { bubbles: true }))
      })
    }
    const text = vi.fn(async () => "x")
    await choose({ name: "huge.yaml", size: 2 ** 21, text })
    expect(text).not.toHaveBeenCalled()
    expect(overlay.find("[role=alert]").textContent).toContain("This file has 2 MB")
    await choose({ name: "gone.yaml", size: 10, text: () => Promise.reject(new Error("gone")) })
    expect(overlay.find("[role=alert]").textContent).toContain("“gone.yaml” could not be read")
    expect(overlay.asked()).toEqual([])
    await choose({ name: "map.yaml", size: 10, text: async () => "cuelight: 1" })
    expect(overlay.asked()).toEqual([{ type: "map-text", text: "cuelight: 1", fileName: "map.yaml" }])
  })

  it("offers the way back to the page's map only from another one", () => {
    expect(opened(healthyState(now)).host.textContent).not.toContain("Use the page's map")
    const own = opened({ ...healthyState(now), map: { ...healthyState(now).map, origin: "text" } })
    click(own.button("Use the page's map, or the starter map"))
    expect(own.asked()).toEqual([{ type: "map-default" }])
  })

  it("erases only after a second word, and the safe answer has the focus", () => {
    const overlay = opened(healthyState(now))
    click(overlay.button("Erase this journey"))
    expect(overlay.asked()).toEqual([])
    expect(document.activeElement).toBe(overlay.button("Keep"))
    click(overlay.button("Keep"))
    expect(overlay.asked()).toEqual([])
    click(overlay.button("Erase this journey"))
    click(overlay.button("Erase"))
    expect(overlay.asked()).toEqual([{ type: "forget" }])
  })

  it("lets a person watch a live channel that nothing else watches, and no other", () => {
    const overlay = opened(healthyState(now))
    const switches = [...overlay.host.querySelectorAll("[role=switch]")]
    expect(
      switches.map((each) => [each.getAttribute("aria-label"), each.getAttribute("aria-checked")]),
    ).toEqual([
      ["I watch this one myself: e-mail", "false"],
      ["I watch this one myself: push messages", "false"],
      ["I watch this one myself: SMS", "true"],
    ])
    click(switches[0] as HTMLElement)
    click(switches[2] as HTMLElement)
    expect(overlay.asked()).toEqual([
      { type: "watch", channel: "email", on: true },
      { type: "watch", channel: "sms", on: false },
    ])
  })

  it("changes the language, saves, hides and opens the options", () => {
    const overlay = opened(healthyState(now))
    click(overlay.button("Русский"))
    click(overlay.button("Save the journey as a file"))
    click(overlay.button("All sites and settings"))
    click(overlay.button("Hide on this site"))
    expect(overlay.asked()).toEqual([
      { type: "language", language: "ru" },
      { type: "export" },
      { type: "options" },
      { type: "close", scope: "site" },
    ])
  })
})
