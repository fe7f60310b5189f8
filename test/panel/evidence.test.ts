// @vitest-environment happy-dom
import { act as reactAct } from "react"
import { afterEach, describe, expect, it } from "vitest"
import { applyAssignment, assign, keyOfMessage } from "../../extension/worker/assign-evidence"
import type { Source } from "../../extension/worker/evidence-store"
import { newSiteRecord } from "../../extension/worker/site-record"
import { newSourceState } from "../../shared/domain"
import { clear, click } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, hourMs, loadJourney, minuteMs, noon, tell } from "./journey"
import { empty, full, hostile } from "./journeys"

afterEach(clear)

const source = (more: Partial<Source> = {}): Source => ({
  id: "s-1",
  site: "shop.example",
  connector: "mailpit",
  settings: { url: "http://localhost:8025" },
  recipient: "",
  keptSince: 0,
  addedAt: 0,
  state: newSourceState(),
  coverage: [{ channel: "email", from: noon - 3 * hourMs, to: noon }],
  readTo: noon,
  lastPollAt: noon,
  lastGoodAt: noon,
  problem: null,
  skewMs: null,
  comeAgainAt: 0,
  found: 0,
  strangers: 0,
  unreadable: 0,
  addresses: 0,
  ...more,
})

describe("the evidence view", () => {
  it("says which evidence settled which step, and by which rule", async () => {
    const panel = await answerView("evidence", full)
    const { cues, text } = drawPanel(panel)
    expect(cues("followup").some((each) => each.startsWith("welcome/email "))).toBe(true)
    expect(cues("evidence").filter((each) => each.endsWith(" step"))).toHaveLength(2)
    expect(text()).toContain("it names this step")
  })

  it("names the pattern of the map that fitted", async () => {
    const events = [
      tell("sign_up", noon - 2 * hourMs, {}, { user: "u" }),
      tell("identify", noon - 2 * hourMs + 1, { email: "a@b.test" }),
      tell("consent", noon - 2 * hourMs + 2, { email: "granted" }),
      tell("message_delivered", noon - 2 * hourMs + minuteMs, {
        channel: "email",
        subject: "Welcome, Anna",
        provider_id: "m1",
      }),
      tell("message_opened", noon - hourMs, { channel: "email", provider_id: "m1" }),
    ]
    const panel = await answerView("evidence", { events })
    const rules = panel.state.steps.flatMap(({ evidence }) => evidence.map(({ rule }) => rule))
    expect(rules).toEqual([{ by: "subject", pattern: "Welcome*" }, { by: "same-message" }])
  })

  it("says of whoever arrives by a message that the time of sending was not seen", async () => {
    const visit = { source: "crm", medium: "email", name: "winter" }
    const map = JSON.stringify({
      cuelight: 1,
      id: "m",
      name: "M",
      timeZone: "UTC",
      stages: [{ id: "all" }],
      channels: { email: {} },
      messages: { m: { match: { campaign: "win*" } } },
      scenarios: [
        { id: "s", trigger: { event: "sign_up" }, steps: [{ id: "t", channel: "email", message: "m" }] },
      ],
    })
    const events = [
      tell("sign_up", noon - 3 * hourMs),
      tell("page_view", noon - hourMs, {}, { campaign: visit }),
    ]
    const panel = await answerView("evidence", { events, map })
    expect(panel.state.steps[0]?.evidence).toMatchObject([
      { name: "page_view", title: "winter", channel: "email", rule: { by: "campaign", pattern: "win*" } },
    ])
    const { text, cues } = drawPanel(panel)
    expect(cues("followup")).toEqual(["s/t late"])
    expect(text()).toContain("came to the site by it")
    expect(text()).toContain("Nobody saw when it was sent")
    // An arrival watches nothing.
    expect(cues("channel")).toEqual(["email unknown"])
  })

  it("shows grey, and no red, where nobody watches", async () => {
    const { cues, text } = drawPanel(await answerView("evidence", full))
    expect(cues("channel")).toContain("sms unknown")
    expect(cues("channel")).toContain("email watched")
    expect(text()).toMatch(/Nobody watches SMS: connect a source/i)
  })

  it("counts a connected source among those who watch, and says what is wrong with it", async () => {
    const loaded = loadJourney({ ...full, watched: [] })
    loaded.sources = [source({ problem: { code: "cors-blocked" } })]
    const { text, cues } = drawPanel(await answerView("evidence", loaded))
    expect(cues("channel")).toContain("email watched")
    expect(text()).toContain("Watched by Mailpit")
    expect(text()).toContain("--api-cors=*")
  })

  it("assigns what belongs to no step by a menu, and offers a rule of it", async () => {
    const loaded = loadJourney(full)
    const panel = await answerView("evidence", loaded)
    expect(panel.state.loose.map(({ title }) => title)).toEqual(["flash-sale"])
    expect(panel.head.counts.evidence).toEqual({ count: 1, tone: "calm" })
    const { asked, view, button } = drawPanel(panel)
    const menu = view().querySelector<HTMLSelectElement>(".cue-loose select")
    const wanted = panel.state.steps.find(({ step }) => step.scenario === "abandoned-cart")?.step
    if (!menu || !wanted) throw new Error("There is no menu, or no step to choose.")
    await reactAct(async () => {
      menu.value = wanted.key
      menu.dispatchEvent(new Event("change", { bubbles: true }))
    })
    click(button("Assign"))
    await reactAct(async () => click(button(/^Always: campaign/)))
    expect(asked.actions).toEqual([
      { type: "assign", key: panel.state.loose[0]?.key, scenario: wanted.scenario, step: wanted.step },
      { type: "rule", message: wanted.messageId, by: "campaign", pattern: "flash-sale" },
    ])
  })

  it("lets nothing be assigned before a step is chosen", async () => {
    const { button, asked } = drawPanel(await answerView("evidence", full))
    expect((button("Assign") as HTMLButtonElement).disabled).toBe(true)
    expect(asked.actions).toEqual([])
  })

  it("marks by hand at a time, and takes it back", async () => {
    const panel = await answerView("evidence", full)
    const { asked, view } = drawPanel(panel)
    const form = view().querySelector<HTMLFormElement>("form.cue-got-it")
    if (!form) throw new Error("Nothing can be marked.")
    form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }))
    expect(asked.actions).toMatchObject([{ type: "seen", at: expect.any(Number) }])
  })

  it("says so where nothing has happened, and shows hostile names as text", async () => {
    expect(drawPanel(await answerView("evidence", empty)).text()).toContain("No scenario has begun yet.")
    clear()
    const { view } = drawPanel(await answerView("evidence", hostile))
    expect(view().querySelector("script, img, iframe")).toBeNull()
  })

  it("is Russian in Russian", async () => {
    const { text } = drawPanel(await answerView("evidence", full, { language: "ru" }))
    expect(text()).toContain("Шаги и их подтверждения")
  })
})

describe("an assignment", () => {
  const evidence = tell("message_sent", noon, { channel: "sms", provider_id: "p-1", campaign: "x" })
  it("is of a message with all that becomes of it, and is undone", () => {
    const record = newSiteRecord("shop.example", noon)
    const opened = tell("message_opened", noon, { channel: "sms", provider_id: "p-1" })
    assign(record, keyOfMessage(evidence), { scenario: "s", step: "t" })
    expect(applyAssignment(record, evidence).props).toMatchObject({ scenario: "s", step: "t", campaign: "x" })
    expect(applyAssignment(record, opened).props).toMatchObject({ scenario: "s", step: "t" })
    expect(applyAssignment(record, { ...opened, name: "purchase" }).props).not.toHaveProperty("step")
    assign(record, keyOfMessage(evidence), null)
    expect(applyAssignment(record, evidence)).toBe(evidence)
  })

  it("takes no key for what every object has", () => {
    const record = newSiteRecord("shop.example", noon)
    record.assigned = {}
    const sly = tell("message_sent", noon, { channel: "sms" }, { id: "constructor" })
    expect(applyAssignment(record, sly)).toBe(sly)
  })
})
