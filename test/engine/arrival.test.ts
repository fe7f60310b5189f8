import { describe, expect, it } from "vitest"
import { iso, type Sections, scenarioOf, type Told, tell as tellAll } from "./story"

const GO: Told = ["10:00", "go"]
const NOW = "20:00"
const MAP: Sections = {
  messages: { m: { match: { campaign: "cart-*" } }, n: { match: { template: "tpl-2", subject: "*sale*" } } },
  ...scenarioOf([{ id: "a", channel: "email", message: "m", after: "1h" }]),
}

/** Visits are evidence only where that is asked for. */
const tell = (map: Sections, told: Told[], now: string, coverage: unknown = "complete") =>
  tellAll(map, told, now, coverage, { arrivals: true })

type Campaign = Record<string, unknown>
const arrival = (at: string, campaign: Campaign, rest: Record<string, unknown> = {}): Told => [
  at,
  "page_view",
  {},
  { campaign, ...rest },
]
const mail = { source: "crm", medium: "email", name: "cart-1" }

describe("who arrives with the campaign of a message", () => {
  it("is a visit like any other where nobody asked for more: the specification knows evidence by the names of events", () => {
    const { step, kinds } = tellAll(MAP, [GO, arrival("11:05", mail)], NOW)
    expect([step(0).status, kinds]).toEqual(["missed", ["missed"]])
  })

  it("has got it and clicked it", () => {
    const { step, kinds, result } = tell(MAP, [GO, arrival("11:05", mail)], NOW)
    expect(step(0)).toMatchObject({
      status: "sent",
      sentAt: iso("11:05"),
      evidence: ["e2"],
      outcomes: { delivered: iso("11:05"), opened: iso("11:05"), clicked: iso("11:05") },
    })
    expect(kinds).toEqual([])
    expect(result.totals.channels.email).toMatchObject({ sent: 1, clicked: 1 })
  })

  it("is early before the due time, late after the grace, and no evidence before the trigger", () => {
    expect(tell(MAP, [GO, arrival("10:30", mail)], NOW).kinds).toEqual(["early"])
    expect(tell(MAP, [GO, arrival("12:00", mail)], NOW).kinds).toEqual(["late"])
    expect(tell(MAP, [arrival("09:00", mail), GO], NOW).kinds).toEqual(["missed"])
  })

  it("covers nothing: without it the step is unknown, and so is the next", () => {
    const two = {
      ...MAP,
      ...scenarioOf([
        { id: "a", channel: "email", message: "m", after: "1h" },
        { id: "b", channel: "email", message: "n", after: "1h" },
      ]),
    }
    const { step } = tell(two, [GO, arrival("11:05", mail)], NOW, [])
    expect([step(0).status, step(1).status]).toEqual(["sent", "unknown"])
  })

  it.each<[string, Campaign]>([
    ["its own words for the channel", { medium: "E-Mail", name: "CART-2" }],
    ["a medium that says nothing, where the map sends it one way only", { medium: "crm", name: "cart-1" }],
    ["no medium", { name: "cart-1" }],
    ["the channel as source", { source: "newsletter", medium: "crm", name: "cart-1" }],
  ])("is known by %s", (_title, campaign) => {
    expect(tell(MAP, [GO, arrival("11:05", campaign)], NOW).step(0).status).toBe("sent")
  })

  it("is known by `content` where the map matches a template", () => {
    const by = { ...MAP, ...scenarioOf([{ id: "a", channel: "email", message: "n", after: "1h" }]) }
    const { step } = tell(by, [GO, arrival("11:05", { medium: "email", name: "all", content: "tpl-2" })], NOW)
    expect(step(0).status).toBe("sent")
  })
})

describe("who arrives otherwise proves nothing, and is no finding", () => {
  const silent = (events: Told[], map = MAP) => {
    const { result, step } = tell(map, [GO, ...events], NOW)
    expect([step(0).status, step(0).evidence]).toEqual(["missed", []])
    expect(result.findings.map(({ kind }) => kind)).toEqual(["missed"])
  }

  it.each<[string, Campaign]>([
    ["another campaign", { ...mail, name: "spring" }],
    ["a campaign that only begins so", { ...mail, name: "my-cart-1" }],
    ["an advertisement of the same name", { ...mail, medium: "cpc" }],
    ["a post of the same name", { ...mail, medium: "social-post" }],
    ["another channel", { ...mail, medium: "web-push" }],
    ["nothing but a source", { source: "email" }],
    ["a subject's words", { medium: "email", name: "big sale" }],
    ["values that are no text", { medium: 7, name: ["cart-1"], content: { a: 1 } }],
  ])("%s", (_title, campaign) => silent([arrival("11:05", campaign)]))

  it("another person", () => silent([arrival("11:05", mail, { person: "other" })]))

  it("a link of the site itself", () =>
    silent([
      arrival("11:05", mail, {
        page: { url: "https://shop.example/a?utm_campaign=cart-1", referrer: "https://shop.example/b" },
      }),
    ]))

  it("another event of that visit", () =>
    silent([["11:05", "view_item", {}, { campaign: mail }] satisfies Told]))

  it("a message that goes over two channels, where nothing says which", () => {
    const both = {
      ...MAP,
      ...scenarioOf([
        { id: "a", channel: "email", message: "m", after: "1h" },
        { id: "b", channel: "push", message: "m", after: "1h", ifNot: "opened" },
      ]),
    }
    const { step } = tell(both, [GO, arrival("11:05", { name: "cart-1" })], NOW)
    expect([step(0).status, step(1).status]).toEqual(["missed", "missed"])
    const push = tell(both, [GO, arrival("12:11", { ...mail, medium: "push" })], NOW)
    expect([push.step(0).status, push.step(1).status]).toEqual(["missed", "late"])
  })
})

describe("one message arrived from again, or known otherwise", () => {
  it("stays one", () => {
    const again = [arrival("11:05", mail), arrival("11:06", mail), arrival("18:00", mail)]
    const { step, kinds } = tell(MAP, [GO, ...again], NOW)
    expect([step(0).sentAt, step(0).evidence, kinds]).toEqual([iso("11:05"), ["e2", "e3", "e4"], []])
  })

  it("is what the recorder tells of the same click", () => {
    const click: Told = ["11:05", "message_clicked", { channel: "email", campaign: "cart-1" }]
    for (const events of [
      [click, arrival("11:05", mail)],
      [arrival("11:05", mail), click],
    ])
      expect(tell(MAP, [GO, ...events], NOW).kinds).toEqual([])
  })

  it("is what an inbox has shown by its subject, also when a further run waits for the same message", () => {
    const map = { ...MAP, messages: { m: { match: { campaign: "cart-1", subject: "*basket*" } } } }
    const shown: Told = [
      "11:01",
      "message_delivered",
      { channel: "email", subject: "Your basket", provider_id: "x1" },
    ]
    const { step, kinds } = tell(map, [GO, shown, ["11:30", "go"], arrival("11:40", mail)], "11:50")
    expect(step(0).outcomes.clicked).toBe(iso("11:40"))
    expect([step(0).evidence, step(0, 1).status, kinds]).toEqual([["e2", "e4"], "scheduled", []])
  })

  it("should not have been sent to somebody who had left", () => {
    const map = {
      ...MAP,
      ...scenarioOf([{ id: "a", channel: "email", message: "m", after: "1h" }], { exit: ["bought"] }),
    }
    const { kinds } = tell(map, [GO, ["10:30", "bought"], arrival("11:05", mail)], NOW)
    expect(kinds).toEqual(["should-not-have exited"])
  })

  it("fits the nearest due of two steps", () => {
    const two = {
      ...MAP,
      ...scenarioOf([
        { id: "a", channel: "email", message: "m", after: "1h" },
        { id: "b", channel: "email", message: "m", after: "5h" },
      ]),
    }
    const { step } = tell(two, [GO, arrival("16:05", mail)], "16:20")
    expect([step(0).status, step(1).status]).toEqual(["missed", "sent"])
  })
})
