// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import { clear, click, drawOverlay } from "./draw"
import {
  allStatusesState,
  brokenMapState,
  emptyState,
  healthyState,
  missedState,
  returnedState,
  unhealthyState,
} from "./harness/fixtures"
import { hostileState, hostileTexts } from "./harness/hostile-fixtures"
import { states } from "./harness/states"

const now = Date.UTC(2026, 10, 22, 14, 14, 10)

beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  clear()
  vi.useRealTimers()
})

describe("the hooks of the open overlay", () => {
  it("shows the first of many scenarios that run, and all on request", () => {
    const state = healthyState(now)
    const [first] = state.running
    const running = Array.from({ length: 30 }, (_, index) => ({ ...first!, key: `run/${index}` }))
    const overlay = drawOverlay({ ...state, running })
    expect(overlay.cues("scenario")).toHaveLength(8)
    click(overlay.button("Show all 30"))
    expect(overlay.cues("scenario")).toHaveLength(30)
    expect(drawOverlay(state).host.textContent).not.toContain("Show all")
  })

  it("name the stage, once", () => {
    const overlay = drawOverlay(healthyState(now))
    expect(overlay.cues("stage")).toEqual([{ id: "intent", status: "current", text: "Intent" }])
  })

  it("say that the journey went back", () => {
    const overlay = drawOverlay(returnedState(now))
    expect(overlay.cues("stage")).toEqual([{ id: "intent", status: "back", text: "Intent" }])
    expect(overlay.host.textContent).toContain("back from Loyalty")
  })

  it("name the scenarios that run, with the next step and its countdown", () => {
    const overlay = drawOverlay(healthyState(now))
    expect(overlay.cues("scenario")).toEqual([
      { id: "abandoned-cart", status: "active", text: "Abandoned cartSMS in 23:41:10" },
      { id: "price-drop", status: "active", text: "Price dropE-mail in 3:05:00" },
    ])
    expect(overlay.cues("followup")).toEqual([
      { id: "abandoned-cart/sms", status: "scheduled", text: "SMS in 23:41:10" },
      { id: "price-drop/email", status: "scheduled", text: "E-mail in 3:05:00" },
      { id: "browse/popup", status: "scheduled", text: "Looked, did not buyPop-up in 48:00" },
    ])
  })

  it("name what was missed as a follow-up and as a finding, before all others", () => {
    const overlay = drawOverlay(missedState(now))
    expect(overlay.cues("followup")[0]).toEqual({
      id: "abandoned-cart/email",
      status: "missed",
      text: "E-mail · Cart reminder27 min overdue",
    })
    expect(overlay.cues("finding").map(({ id, status }) => [id, status])).toEqual([
      ["missed", "error"],
      ["late", "warning"],
    ])
  })

  it("name what nobody watched and what is settled", () => {
    const statuses = drawOverlay(missedState(now))
      .cues("followup")
      .map(({ id, status }) => `${id} ${status}`)
    expect(statuses).toContain("welcome/push unknown")
    expect(statuses).toContain("welcome/popup late")
    expect(statuses).toContain("welcome/email sent")
    expect(statuses).toContain("welcome/sms skipped")
  })

  it("name events, newest first", () => {
    const events = drawOverlay(healthyState(now)).cues("event")
    expect(events.map(({ id, status }) => [id, status])).toEqual([
      ["add_to_cart", "seen"],
      ["view_item", "seen"],
      ["page_view", "seen"],
    ])
    expect(events[0]?.text).toMatch(/Added to cart“Blue vase”€39$/)
  })

  it("name the health, and every trouble", () => {
    expect(drawOverlay(healthyState(now)).cues("health")).toEqual([
      { id: "recording", status: "ok", text: "Recording" },
    ])
    const troubles = drawOverlay(unhealthyState(now)).cues("health")
    expect(troubles.map(({ id }) => id)).toEqual([
      "no-permission",
      "map-unreachable",
      "journal-broken",
      "double-snippet",
      "data-layer-broken",
      "markup-broken",
      "unsaved",
      "bad-events",
    ])
    expect(troubles.find(({ id }) => id === "unsaved")?.text).toContain("3 events are not saved yet")
  })

  it("carry each step once, also while its scenario is open", () => {
    for (const create of Object.values(states)) {
      const overlay = drawOverlay(create(now))
      for (const row of overlay.host.querySelectorAll<HTMLElement>(".cue-row-button")) click(row)
      const keys = overlay.cues("followup").map(({ id }) => id)
      expect(keys.length).toBe(new Set(keys).size)
      clear()
    }
  })

  it("show all steps of a scenario that was opened", () => {
    const overlay = drawOverlay(allStatusesState(now))
    click(overlay.find('[data-cue-id="abandoned-cart"] .cue-row-button'))
    const inside = [
      ...overlay.find('[data-cue-id="abandoned-cart"]').querySelectorAll<HTMLElement>("[data-cue=followup]"),
    ]
    expect(inside.map(({ dataset }) => dataset.cueStatus)).toEqual(["scheduled"])
    expect(overlay.find('[data-cue-id="abandoned-cart"]').textContent).toContain(
      "because: added “Blue vase” to cart",
    )
  })
})

describe("the hooks of the pill", () => {
  const pill = (create: typeof healthyState) => drawOverlay({ ...create(now), mode: "pill" })

  it("are stage and health, with the counts in words", () => {
    const overlay = pill(missedState)
    expect(overlay.cues("stage")).toEqual([{ id: "intent", status: "current", text: "Intent" }])
    expect(overlay.cues("health")).toEqual([{ id: "recording", status: "ok", text: "Recording" }])
    expect(overlay.host.textContent).toContain("2 running")
    expect(overlay.host.textContent).toContain("1 missed")
  })

  it("tell of nothing that is not so", () => {
    const overlay = pill(emptyState)
    expect(overlay.cues("stage")).toEqual([])
    expect(overlay.host.textContent).not.toMatch(/running|missed|0/)
    expect(overlay.host.textContent).toContain("No journey yet")
  })

  it("say in words what broke", () => {
    expect(pill(brokenMapState).host.textContent).toContain("Map has errors")
  })
})

describe("without anything to show", () => {
  it("nothing is claimed, and every empty place says what to do", () => {
    const overlay = drawOverlay(emptyState(now))
    for (const kind of ["stage", "scenario", "followup", "event", "finding"])
      expect(overlay.cues(kind)).toEqual([])
    expect(overlay.host.textContent).toContain("Reload the page, or open a product")
    expect(overlay.host.textContent).toContain("Do on the page what a customer would do")
    expect(overlay.host.textContent).toContain("Open a product, or put one in the cart")
    expect(overlay.host.textContent).not.toContain("Missed")
    expect(overlay.button("Next step").disabled).toBe(true)
  })

  it("says so in Russian too", () => {
    expect(drawOverlay(emptyState(now, "ru")).host.textContent).toContain(
      "Обновите страницу или откройте товар",
    )
  })
})

describe("in Russian", () => {
  it.each(Object.entries(states))("nothing of %s stays untranslated", (name, create) => {
    if (name === "hostile") return
    const state = create(now, "ru")
    const overlay = drawOverlay({ ...state, map: { ...state.map, from: null }, health: [] })
    click(overlay.button("Меню"))
    const menu = overlay.host.textContent ?? ""
    click(overlay.button(/^Назад$/))
    for (const row of overlay.host.querySelectorAll<HTMLElement>(".cue-row-button")) click(row)
    const attributes = [...overlay.host.querySelectorAll("*")].flatMap((element) =>
      ["title", "aria-label", "aria-description", "placeholder"].map(
        (name) => element.getAttribute(name) ?? "",
      ),
    )
    const said = [menu, overlay.host.textContent ?? "", ...attributes].join("\n")
    // Names of the fixtures that are no words of ours, and what Russian writes in Latin letters.
    const foreign =
      /`[^`]*`|Add to cart|[a-z]+#[\w.-]+|[a-z]+\[\d\][.\w[\]]*|timeZone|English|Cuelight|SMS|push|Push|shop\.example|UTC|GMT|JSON-LD|JSON|YAML|Cart reminder|Abandoned cart|Weekly digest/g
    expect(said.replace(foreign, "").match(/[A-Za-z]+/g)).toBeNull()
  })
})

describe("hostile names", () => {
  it("stay text", () => {
    const overlay = drawOverlay(hostileState(now))
    for (const row of overlay.host.querySelectorAll<HTMLElement>(".cue-content [aria-expanded=false]"))
      click(row)
    expect(overlay.host.querySelectorAll("img, script, iframe, a, style")).toHaveLength(0)
    expect(document.title).not.toBe("hacked")
    expect(overlay.host.textContent).toContain("<img src=x")
  })

  it("are short, without control or direction characters, also in tooltips", () => {
    const overlay = drawOverlay(hostileState(now))
    for (const row of overlay.host.querySelectorAll<HTMLElement>(".cue-content [aria-expanded=false]"))
      click(row)
    for (const element of overlay.host.querySelectorAll("*")) {
      const own = [...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data)
      const shown = [...own, element.getAttribute("title") ?? "", element.getAttribute("aria-label") ?? ""]
      for (const text of shown) {
        expect(text.length).toBeLessThan(1000)
        expect(text).not.toMatch(/(?![\n\u200C\u200D])[\p{Cc}\p{Cf}]/u)
      }
    }
  })

  it("do not hide the hooks: ids are whole", () => {
    const ids = drawOverlay(hostileState(now))
      .cues("event")
      .map(({ id }) => id)
    expect(ids[0]).toBe(hostileTexts.script)
    expect(ids[1]).toBe("constructor")
  })

  it("with impossible times and amounts break nothing", () => {
    const overlay = drawOverlay(hostileState(now))
    click(overlay.button(/^Show all 9$/))
    expect(overlay.host.textContent).toContain("—")
    expect(overlay.host.textContent).not.toMatch(/NaN|Invalid|undefined/)
  })
})
