// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest"
import type { ViewId } from "../../extension/panel/state"
import { viewIds } from "../../extension/panel/views"
import { clear, click, press } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, dayMs, hourMs, noon, tell } from "./journey"
import { begun, empty, full, hostile } from "./journeys"

afterEach(clear)

const show = async (
  view: ViewId,
  ...rest: [Parameters<typeof answerView>[1], Parameters<typeof answerView>[2]?]
) => drawPanel(await answerView(view, ...rest))

describe("every view", () => {
  it("says what to do next while nothing has happened", async () => {
    for (const view of viewIds) {
      const { text } = await show(view, empty)
      expect(text().length, view).toBeGreaterThan(20)
    }
  })

  it("shows hostile names as short text", async () => {
    for (const view of viewIds) {
      const { host, text } = await show(view, hostile)
      expect(host.querySelectorAll("img, script, iframe, a"), view).toHaveLength(0)
      expect(text().length, view).toBeLessThan(20_000)
      expect(text(), view).not.toMatch(/NaN|Invalid|undefined|\[object/)
    }
  })

  it("is Russian in Russian", async () => {
    for (const view of viewIds) {
      const { text } = await show(view, full, { language: "ru" })
      const said = text()
        .replace(/«[^»]*»|https?:\S+|English|Cuelight|push|sms|a-1|u-7|Blue vase/gi, "")
        .replace(/Gmail|Outlook|Mail\.ru|Mailpit|MailDev/g, "")
        // The visitor's own data.
        .replace(/anna@mail\.example|Europe\/Berlin|email|phone|timezone/g, "")
      expect(said.match(/[A-Za-z]{2,}/g), view).toBeNull()
    }
  })
})

describe("Now", () => {
  it("shows the way here, latest first, with the way back", async () => {
    const { cues } = await show("now", full)
    expect(cues("stage")).toEqual([
      "purchase current",
      "intent passed",
      "consideration passed",
      "awareness passed",
    ])
  })

  it("says of each channel whether the visitor can be reached, and why not", async () => {
    const { state } = await answerView("now", full)
    expect(
      state.reach.map(({ channel, address, consent, consentHolds }) => [
        channel,
        address,
        consent,
        consentHolds,
      ]),
    ).toEqual([
      ["email", "known", "granted", true],
      ["push", "missing", "denied", false],
      ["sms", "known", "granted", true],
      ["popup", "none-needed", "none-needed", true],
    ])
    expect((await show("now", full)).text()).toContain("refused")
  })

  it("knows the quiet hours of the instant that is looked at", async () => {
    const night = await answerView("now", full, { lens: { at: noon + 9 * hourMs, pretended: [] } })
    expect(night.state.reach.find(({ channel }) => channel === "sms")?.quietUntil).not.toBeNull()
    const day = await answerView("now", full)
    expect(day.state.reach.find(({ channel }) => channel === "sms")?.quietUntil).toBeNull()
  })
})

describe("Scenarios", () => {
  it("explains why a scenario did not start, and the least that would start it", async () => {
    const { host, text } = await show("scenarios", begun)
    const row = host.querySelector<HTMLElement>('[data-cue-id="abandoned-cart"] > button')
    click(row!)
    expect(text()).toContain("Added to cart, then no purchase for 1 h")
    expect(host.querySelectorAll(".cue-unmet").length).toBeGreaterThan(0)
  })

  it("shows the steps of a run on a line of time, and every gate of one that was not sent", async () => {
    const { host, cues } = await show("scenarios", full, { lens: { at: noon + 2 * dayMs, pretended: [] } })
    click(host.querySelector<HTMLElement>('[data-cue-id="abandoned-cart"] > button')!)
    expect(cues("followup")).toEqual([
      "abandoned-cart/email missed",
      "abandoned-cart/push skipped",
      "abandoned-cart/sms unknown",
    ])
    expect(host.querySelectorAll(".cue-gates li").length).toBeGreaterThan(5)
  })
})

describe("Follow-ups", () => {
  it("lists missed and wrongly sent ones first, and filters", async () => {
    const { cues, host, text } = await show("follow-ups", full)
    expect(cues("followup")[0]).toMatch(/ missed$/)
    const select = host.querySelector<HTMLSelectElement>("select")!
    expect([...select.options].map(({ value }) => value)).toContain("scheduled")
    expect(text()).toContain(`${cues("followup").length} of ${cues("followup").length}`)
  })

  it("begins what is to come with the nearest, and what is over with the latest", async () => {
    const events = [
      tell("identify", noon - 2 * hourMs, { email: "known", phone: "known", push_token: "known" }),
      tell("consent", noon - 2 * hourMs, { marketing: "granted" }),
      tell("add_to_cart", noon - 1.1 * hourMs, { items: [{ item_id: "1" }] }),
    ]
    const steps = async (now: number) =>
      (await answerView("follow-ups", { events }, { now })).state.followUps.map(({ step }) => step)
    expect(await steps(noon - 0.2 * hourMs)).toEqual([])
    expect((await steps(noon)).slice(-2)).toEqual(["push", "sms"])
    expect(await steps(noon + 9 * dayMs)).toEqual(["sms", "push", "email"])
  })

  it("says why on request", async () => {
    const { button, text } = await show("follow-ups", full)
    click(button(/Left on the shelf/))
    expect(text()).toContain("should have gone out at")
  })
})

describe("Findings", () => {
  it("groups by kind, errors first", async () => {
    const { state } = await answerView("findings", full)
    expect(state.groups.map(({ kind }) => kind)).toEqual([
      "missed",
      "should-not-have",
      "unplanned",
      "phantom-event",
    ])
  })

  it("are muted with a reason, and unmuted", async () => {
    const { asked, find, button } = await show("findings", full)
    click(button("Mute"))
    const field = find(".cue-mute input") as HTMLInputElement
    expect(field.maxLength).toBe(300)
    press(field, "Escape")
    expect(asked.actions).toEqual([])
    click(button("Mute"))
    click(find(".cue-mute [type=submit]"))
    expect(asked.actions).toEqual([{ type: "mute", key: expect.stringContaining("missed"), reason: "" }])
    clear()
    const [group] = (await answerView("findings", full)).state.groups
    const key = group!.findings[0]!.key
    const muted = await show("findings", {
      ...full,
      record: (record) => {
        record.muted = [{ key, reason: "known", at: noon }]
      },
    })
    click(muted.button(/^Muted/))
    expect(muted.text()).toContain("Muted because: known")
    click(muted.button("Show again"))
    expect(muted.asked.actions).toEqual([{ type: "unmute", key }])
  })
})

describe("the Clock", () => {
  it("calls no moved clock Now", async () => {
    const still = await show("clock", full)
    expect(still.find(".cue-slider-shown").textContent).toBe("Now")
    clear()
    const moved = await show("clock", full, { clockOffsetMs: 2 * hourMs })
    const { textContent, dataset } = moved.find(".cue-slider-shown")
    expect(textContent).toMatch(/^\d\d:\d\d \+ 2.h$/)
    expect(Number(dataset.at)).toBe(noon + 2 * hourMs)
    expect(moved.find(".cue-slider").textContent).not.toContain("Now")
  })

  it("looks at the state as it was at any moment", async () => {
    const { asked, view } = await show("clock", full)
    const moments = [...view().querySelectorAll<HTMLElement>(".cue-moment-event button")]
    click(moments.at(-1)!)
    expect(asked.lenses[0]?.at).toBeLessThan(noon)
    const then = await answerView("now", full, { lens: { at: noon - 9 * dayMs + 1000, pretended: [] } })
    expect(then.head.stage?.id).toBe("awareness")
    expect(then.state.running).toEqual([])
  })

  it("shows what will fall due, and what a purchase would cancel, without the real journey knowing", async () => {
    const real = await answerView("clock", full)
    const pretended = [{ name: "purchase", at: noon, props: { value: 55, currency: "EUR" } }]
    const branch = await answerView("clock", full, { lens: { at: null, pretended } })
    expect(real.state.branch).toBeNull()
    expect(real.state.moments.some(({ at }) => at > noon)).toBe(true)
    const row = branch.state.branch?.rows.find(({ key }) => key.startsWith("abandoned-cart/sms"))
    expect(row?.pretended?.reason).toBe("goal")
    expect(row?.real?.reason).not.toBe("goal")
    const again = await answerView("clock", full)
    expect(again.state).toEqual(real.state)
  })

  it("branches: what if the e-mail had gone out and been opened?", async () => {
    const { state } = await answerView("clock", full)
    const offer = state.offers.find(
      ({ what, followUp }) => what === "sent" && followUp?.scenario === "abandoned-cart",
    )
    const branch = await answerView("clock", full, { lens: { at: null, pretended: offer!.events } })
    const row = branch.state.branch?.rows.find(({ key }) => key.startsWith("abandoned-cart/email"))
    expect([row?.real?.status, row?.pretended?.status]).toEqual(["missed", "sent"])
    const { text, asked, button } = drawPanel(branch)
    expect(text()).toContain("Pretended")
    click(button("Discard what is pretended"))
    expect(asked.lenses).toEqual([{ at: null, pretended: [] }])
  })
})

describe("Health", () => {
  it("says what is wrong and what to do", async () => {
    const { text } = await show("health", {
      ...full,
      tab: { notices: { "map-unreachable": "404" } },
    })
    expect(text()).toContain("Something keeps Cuelight from recording")
    expect(text()).toContain("404")
  })

  it("says that all is well where it is", async () => {
    const { text, cues } = await show("health", full)
    expect(text()).toContain("Recording works")
    expect(cues("health")).toEqual(["recording ok"])
  })
})
