// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest"
import type { Language } from "../../extension/words/language"
import { clear, click } from "../overlay/draw"
import { drawPanel } from "./draw-view"
import { answerView, type GivenJourney, hourMs, noon, tell } from "./journey"

afterEach(clear)

const steps = [{ id: "mail", channel: "email", message: "offer" }]
const map = JSON.stringify({
  cuelight: 1,
  id: "walk",
  name: "Walk",
  timeZone: "UTC",
  stages: [{ id: "first" }],
  segments: [
    {
      id: "vip",
      name: { en: "Best customers", ru: "Лучшие клиенты" },
      when: { event: "purchase", count: 9 },
    },
  ],
  channels: { email: { address: "email", consent: "opt-in" }, sms: { consent: "none" } },
  messages: { offer: { type: "promotional", name: { en: "Come back", ru: "Возвращайтесь" } } },
  scenarios: [
    {
      id: "far",
      name: { en: "Far away", ru: "Далеко" },
      trigger: { event: "search" },
      audience: {
        all: [
          { event: "view_item", count: 3, within: "7d" },
          { any: [{ segment: "vip" }, { trait: "city", eq: "Oslo" }] },
          { not: { event: "complaint" } },
        ],
      },
      steps,
    },
    {
      id: "begun",
      name: { en: "Begun", ru: "Начат" },
      trigger: { event: "view_item" },
      steps: [
        ...steps,
        { id: "text", channel: "sms", message: "offer", after: "1h", only: { segment: "vip" } },
      ],
    },
  ],
})
const visitor: GivenJourney = {
  map,
  watched: ["sms"],
  events: [tell("view_item", noon - 3 * hourMs), tell("identify", noon - 2 * hourMs, { city: "Rome" })],
}

async function open(
  scenario: string,
  language: Language = "en",
  view: "scenarios" | "follow-ups" = "scenarios",
) {
  const panel = drawPanel(await answerView(view, visitor, { language }))
  const selector =
    view === "scenarios" ? `[data-cue-id="${scenario}"] > button` : `[data-cue-id="${scenario}/mail"] button`
  click(panel.find(selector))
  return panel
}

/** What stands on the lines of a list, without what is only for screen readers. */
const lines = (host: HTMLElement, selector: string) =>
  [...host.querySelectorAll(selector)].map((line) => {
    const copy = line.cloneNode(true) as HTMLElement
    for (const unseen of copy.querySelectorAll(".cue-unseen")) unseen.remove()
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim()
  })

describe("why a scenario did not start", () => {
  it("shows every condition, what the visitor has, and the smallest change", async () => {
    const { host } = await open("far")
    expect(lines(host, ".cue-least li")).toEqual([
      "Search",
      "Product viewed 2 more times",
      "Enters the segment “Best customers”",
    ])
    expect(lines(host, ".cue-why-not .cue-unmet > div")).toEqual([
      "Search now: never yet",
      "Product viewed at least 3 times in the last 7 days now: once in the last 7 days needed: Product viewed 2 more times",
      expect.stringMatching(/^One of these is enough:/),
      "Is in the segment “Best customers” now: not in it needed: Enters the segment “Best customers”",
      "The visitor's city is “Oslo” now: “Rome”",
    ])
    expect(lines(host, ".cue-why-not .cue-met > div")).toEqual(["No complaint now: never yet"])
  })

  it("is told in Russian with the names of the map", async () => {
    const { host } = await open("far", "ru")
    expect(lines(host, ".cue-least li")).toEqual([
      "Поиск",
      "Просмотр товара: ещё 2 раза",
      "Входит в сегмент «Лучшие клиенты»",
    ])
    expect(host.querySelector(".cue-why-not")?.textContent).not.toMatch(/Best|never|segment/)
  })

  it("is not asked of one that did", async () => {
    const { host } = await open("begun")
    expect(host.querySelector(".cue-why-not")).toBeNull()
  })
})

describe("why a step was not sent", () => {
  it.each(["scenarios", "follow-ups"] as const)(
    "shows in %s what each gate saw, and the least that would have done",
    async (view) => {
      const { host } = await open("begun", "en", view)
      const [mail] = host.querySelectorAll<HTMLElement>(".cue-gates")
      if (!mail) throw new Error("no gates are shown")
      expect(lines(mail, ".cue-least li")).toEqual(["The e-mail address becomes known", "Agrees to e-mail"])
      expect(lines(mail, ".cue-unmet")).toEqual([
        "A working address is known it was: no e-mail address",
        "The visitor agreed to the channel it was: never asked",
      ])
      expect(lines(mail, ".cue-met").length).toBeGreaterThan(5)
    },
  )

  it("tells of a condition what it was", async () => {
    const { host } = await open("begun", "ru")
    const [, text] = host.querySelectorAll<HTMLElement>(".cue-gates")
    if (!text) throw new Error("no gates are shown")
    expect(lines(text, ".cue-unmet")).toEqual([
      expect.stringContaining("было так: состоит в сегменте «Лучшие клиенты» (не входит)"),
    ])
  })

  it("is told of one that went out all the same, as what should not have been", async () => {
    const sent: GivenJourney = {
      ...visitor,
      events: [
        ...(visitor.events ?? []),
        tell("message_sent", noon - 3 * hourMs + 1000, { channel: "email", scenario: "begun", step: "mail" }),
      ],
    }
    for (const view of ["scenarios", "follow-ups"] as const) {
      const { host, find } = drawPanel(await answerView(view, sent))
      click(
        find(view === "scenarios" ? '[data-cue-id="begun"] > button' : '[data-cue-id="begun/mail"] button'),
      )
      expect(host.querySelector('[data-cue-id="begun/mail"]')?.getAttribute("data-cue-status")).toBe(
        "should-not-have",
      )
      expect(lines(host, ".cue-gates .cue-unmet")).toContain(
        "A working address is known it was: no e-mail address",
      )
      clear()
    }
  })

  it("is not asked of one that all gates let through", async () => {
    const fine: GivenJourney = {
      ...visitor,
      events: [
        tell("consent", noon - 4 * hourMs, { email: "granted" }),
        tell("identify", noon - 4 * hourMs, { email: "a@mail.example" }),
        tell("view_item", noon - hourMs / 2),
      ],
    }
    const { host, find } = drawPanel(await answerView("scenarios", fine))
    click(find('[data-cue-id="begun"] > button'))
    expect(host.querySelector(".cue-time-line")).not.toBeNull()
    expect(host.querySelector(".cue-gates")).toBeNull()
  })
})
