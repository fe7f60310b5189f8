import { describe, expect, test } from "vitest"
import { type Composition, composeState, inLanguage, viewEvent } from "../../extension/worker/compose-state"
import { coverageOf, watch } from "../../extension/worker/coverage"
import { findNextDue } from "../../extension/worker/find-next-due"
import { newSiteRecord } from "../../extension/worker/site-record"
import { parseMap, startJourney } from "../../shared/domain"
import type { TouchpointEvent } from "../../shared/event"

const hour = 3_600_000
const map = parseMap(`
cuelight: 1
id: shop
name: { en: Shop, ru: Магазин }
timeZone: UTC
stages:
  - { id: awareness, name: { en: Awareness, ru: Знакомство } }
  - { id: intent, name: { en: Intent, ru: Намерение }, when: { event: add_to_cart, within: 1d } }
channels: { email: { grace: 15m }, popup: {}, sms: { status: missing } }
messages: { reminder: { name: { en: Cart reminder, ru: Напоминание } } }
scenarios:
  - id: abandoned-cart
    name: { en: Abandoned cart, ru: Брошенная корзина }
    trigger: { event: add_to_cart, without: purchase, for: 1h }
    steps:
      - { id: email, channel: email, message: reminder }
      - { id: text, channel: sms, after: 1h }
`).map

const event = (id: string, name: string, at: number, props?: TouchpointEvent["props"]): TouchpointEvent => ({
  id,
  name,
  at,
  person: "a-1",
  source: "test",
  ...(props ? { props } : {}),
})

const visit = [
  event("e1", "page_view", 1_000),
  event("e2", "add_to_cart", 2_000, { items: [{ item_name: "Blue vase", price: 39 }], currency: "EUR" }),
]

function stateAt(
  at: number,
  options: { watched?: boolean; language?: "en" | "ru"; events?: TouchpointEvent[]; told?: string[] } = {},
) {
  if (!map) throw new Error("The test's map is broken.")
  const record = newSiteRecord("shop.example", 0)
  if (options.watched) watch(record, "email", true, 0)
  const journey = startJourney(map, { coverage: coverageOf(record, ["email", "popup", "sms"], at) })
  const events = options.events ?? visit
  for (const each of events) journey.push(each)
  const person = events.length > 0 ? "a-1" : null
  return composeState({
    site: "shop.example",
    record,
    map,
    mapOrigin: { origin: "starter", from: null },
    events: new Map(events.map((each) => [each.id, each])),
    person,
    result: journey.result(at),
    nextDue: findNextDue(journey, (ids) => ids.includes("a-1"), at),
    nextChangeAt: journey.nextChangeAt(at),
    at,
    clockOffsetMs: 0,
    language: options.language ?? "en",
    mode: "open",
    health: [{ code: "recording", severity: "ok" }],
    told: options.told ?? [],
  } satisfies Composition)
}

describe("the overlay's state", () => {
  test("lists what came last first, of one instant too", () => {
    const events = [
      event("e1", "a", 1_000),
      event("e2", "b", 2_000),
      event("e3", "c", 2_000),
      event("e0", "d", 500),
    ]
    expect(stateAt(3_000, { events }).events.map(({ id }) => id)).toEqual(["e3", "e2", "e1", "e0"])
  })

  test("lists what the visitor did, and not what every page tells by itself", () => {
    const events = [...visit, event("e3", "scroll", 2_500), event("e4", "user_engagement", 2_600)]
    expect(stateAt(3_000, { events }).events.map(({ name }) => name)).toEqual(["add_to_cart", "page_view"])
  })

  test("calls a scenario news shortly after it started, until it was told", () => {
    const startsAt = 2_000 + 3_600_000
    const [key = ""] = stateAt(startsAt).running.map((run) => run.key)
    expect(stateAt(startsAt + 5_000).fired).toEqual([key])
    expect(stateAt(startsAt + 5_000, { told: [key] }).fired).toEqual([])
    expect(stateAt(startsAt + 60_000).fired).toEqual([])
  })

  test("names the stage, since when, and the event that decided it", () => {
    const { stage } = stateAt(3_000)
    expect(stage).toMatchObject({
      id: "intent",
      name: "Intent",
      since: 2_000,
      previous: "Awareness",
      back: false,
    })
    expect(stage?.because.events.map(({ title }) => title)).toEqual(["Blue vase"])
  })

  test("says that a journey went back", () => {
    const { stage } = stateAt(2_000 + 25 * hour)
    expect(stage).toMatchObject({ id: "awareness", previous: "Intent", back: true })
  })

  test("before the first event there is no stage, and nothing runs", () => {
    expect(stateAt(3_000, { events: [] })).toMatchObject({
      stage: null,
      running: [],
      events: [],
      expected: [],
    })
  })

  test("foretells the scenario that will begin if nothing else happens", () => {
    const { expected, nextDueAt, running } = stateAt(3_000)
    expect(running).toEqual([])
    expect(nextDueAt).toBe(2_000 + hour)
    expect(expected.map(({ scenario, step, dueAt }) => [scenario, step, dueAt])).toEqual([
      ["abandoned-cart", "email", 2_000 + hour],
    ])
  })

  test("a purchase takes the foretold away", () => {
    const bought = [...visit, event("e3", "purchase", 2_500)]
    expect(stateAt(3_000, { events: bought })).toMatchObject({ expected: [], nextDueAt: null })
  })

  test("a running scenario shows its next step and until when it may come", () => {
    const [run] = stateAt(2_000 + hour).running
    expect(run?.next).toMatchObject({ step: "email", status: "due", graceEndsAt: 2_000 + hour + 15 * 60_000 })
  })

  test("what nobody watches is unknown, what the person watches is missed", () => {
    const at = 2_000 + 1.5 * hour
    expect(stateAt(at)).toMatchObject({ missed: [], unknown: [{ step: "email" }] })
    expect(stateAt(at, { watched: true })).toMatchObject({ missed: [{ step: "email" }], unknown: [] })
  })

  test("a channel that is not joined is settled with its reason", () => {
    expect(stateAt(2_000 + 3 * hour).settled).toMatchObject([{ step: "text", reason: "integration-missing" }])
  })

  test("names are in the reader's language", () => {
    const { stage, map: shown, expected } = stateAt(3_000, { language: "ru" })
    expect([stage?.name, shown.name, expected[0]?.scenarioName]).toEqual([
      "Намерение",
      "Магазин",
      "Брошенная корзина",
    ])
  })

  test("shows the newest events first, and none of the future", () => {
    expect(stateAt(1_500).events.map(({ id }) => id)).toEqual(["e1"])
    expect(stateAt(3_000).events.map(({ id }) => id)).toEqual(["e2", "e1"])
  })
})

test("an event's title and value are taken only where they are what they should be", () => {
  const hostile = event("x", "view_item", 1, {
    items: [null, 7],
    value: "39",
    currency: { a: 1 },
    item_name: "  ",
  })
  expect(viewEvent(hostile)).toMatchObject({ title: null, value: null, currency: null })
  // What a page took is no money; a message has a name.
  const slow = event("x", "slow_page", 1, { metric: "CLS", value: 0.35 })
  expect(viewEvent(slow)).toMatchObject({ title: "CLS", value: null })
  expect(viewEvent(event("x", "message_sent", 1, { channel: "sms", campaign: "sale" })).title).toBe("sale")
  expect(viewEvent(event("x", "view_item", 1, { items: "none", value: Number.NaN })).value).toBeNull()
})

test("a text falls back to a language that is there", () => {
  expect(inLanguage({ de: "Korb" }, "ru")).toBe("Korb")
  expect(inLanguage({ en: "Cart", de: "Korb" }, "ru")).toBe("Cart")
  expect(inLanguage(undefined, "ru")).toBeNull()
})
