import { describe, expect, test } from "vitest"
import { findDialect } from "../../../shared/log/dialects"
import { ga4DataLayer } from "../../../shared/log/dialects/ga4-data-layer"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"
import { hasFacts, readFacts, whereFacts } from "../facts"

const at = Date.UTC(2026, 2, 2, 10)
const around = { timestamp: at, client_id: "c.1" }
const items = [{ item_id: "SKU_12345", item_name: "jeggings", price: 9.99, quantity: 1 }]

test("the registry finds it", () => {
  expect(findDialect("ga4-data-layer")).toEqual({ dialect: ga4DataLayer })
})

test("recognises pushes, calls and measurements", () => {
  for (const value of [
    { event: "purchase", ecommerce: { items } },
    ["event", "purchase", {}],
    { 0: "event", 1: "purchase", 2: {} },
    { timestamp: 1, push: { event: "x" } },
    { client_id: "c", events: [{ name: "x" }] },
  ])
    expect(ga4DataLayer.recognise(value), JSON.stringify(value)).toBeGreaterThan(0.7)
})

test("does not recognise what is none", () => {
  for (const value of [
    null,
    "event",
    {},
    [1, 2],
    ["go", "x"],
    makeEvent("e"),
    { type: "track", event: "Product Added", userId: "u" },
    { event_name: "purchase", event_timestamp: "1" },
    { ecommerce: { add: { products: [] } } },
  ])
    expect(ga4DataLayer.recognise(value), JSON.stringify(value)).toBe(0)
})

describe("one purchase, told in every shape,", () => {
  const order = { transaction_id: "T_12345", value: 9.99, currency: "USD", items }
  test.each([
    ["a push", { event: "purchase", ecommerce: order, ...around }],
    ["a flat push", { event: "purchase", ...order, ...around }],
    ["a call", ["event", "purchase", { ...order, ...around }]],
    ["a call with the time beside it", { ...around, arguments: ["event", "purchase", order] }],
    ["arguments as JSON", { 0: "event", 1: "purchase", 2: order, ...around }],
    ["a wrapped push", { at, client_id: "c.1", push: { event: "purchase", ecommerce: order } }],
    [
      "a measurement",
      {
        client_id: "c.1",
        timestamp_micros: String(at * 1000),
        events: [{ name: "purchase", params: order }],
      },
    ],
  ])("is the same event: %s", (_, value) => {
    expect(readOne(value)).toEqual({
      id: "1",
      name: "purchase",
      at,
      person: "c.1",
      props: order,
      source: "data-layer",
    })
  })
})

test("an amount in text keeps its minus, in every dialect that reads texts as amounts", () => {
  const texts = { "-12.50": -12.5, "\u221212,50 €": -12.5, "-€1.299,00": -1299, "12-15": 12 }
  for (const [text, amount] of Object.entries(texts)) {
    const values = [
      { ...around, event: "refund", ecommerce: { value: text, items: [{ item_id: "a", price: text }] } },
      ["event", "refund", { ...around, value: text, items: [{ id: "a", price: text }] }],
      {
        ...around,
        ecommerce: {
          refund: { actionField: { id: "7", revenue: text }, products: [{ id: "a", price: text }] },
        },
      },
      {
        event_name: "refund",
        event_timestamp: `${at}000`,
        user_pseudo_id: "c.1",
        event_params: [{ key: "value", value: { string_value: text } }],
        items: [{ item_id: "a", price: text }],
      },
      {
        type: "track",
        event: "Order Refunded",
        anonymousId: "c.1",
        timestamp: at,
        properties: { total: text, products: [{ product_id: "a", price: text }] },
      },
    ]
    for (const value of values)
      expect(readOne(value).props, JSON.stringify(value)).toMatchObject({
        value: amount,
        items: [{ item_id: "a", price: amount }],
      })
  }
})

test("times are told apart by their size", () => {
  for (const timestamp of [
    at,
    at / 1000,
    at * 1000,
    String(at),
    "2026-03-02T10:00:00Z",
    "2026-03-02T12:00:00+02:00",
  ])
    expect(readOne({ event: "lead", client_id: "c", timestamp }).at).toBe(at)
})

test("pages, sessions, users and campaigns have their own places", () => {
  const told = readOne([
    "event",
    "page_view",
    {
      ...around,
      user_id: "u-7",
      ga_session_id: 160,
      page_location: "https://x.example/?a",
      page_title: "T",
      campaign_source: "news",
      campaign_name: "spring",
      event_id: "e-1",
      method: "x",
    },
  ])
  expect(told).toEqual({
    id: "e-1",
    name: "page_view",
    at,
    person: "c.1",
    user: "u-7",
    session: "160",
    page: { url: "https://x.example/?a", title: "T" },
    campaign: { source: "news", name: "spring" },
    props: { method: "x" },
    source: "data-layer",
  })
})

test("user properties are traits", () => {
  expect(readOne(["set", "user_properties", { plan: "pro", ...around }])).toMatchObject({
    name: "identify",
    props: { plan: "pro" },
  })
  const measured = readValues([
    { ...around, user_properties: { plan: { value: "pro" } }, events: [{ name: "lead" }] },
  ])
  expect(eventsOf(measured).map(({ name, props }) => [name, props])).toEqual([
    ["identify", { plan: "pro" }],
    ["lead", {}],
  ])
})

test("who is signed in is told without an event too", () => {
  for (const value of [
    { user_id: "u-7", ...around },
    ["set", { user_id: "u-7", ...around }],
    ["config", "G-1", { user_id: "u-7", ...around }],
  ])
    expect(readOne(value, "ga4-data-layer")).toMatchObject({
      name: "identify",
      person: "c.1",
      user: "u-7",
      props: {},
    })
  expect(
    readValues([{ user_id: "", ...around }, ["set", { currency: "EUR", ...around }]], {
      format: "ga4-data-layer",
    }),
  ).toEqual([])
})

test("the cookie of GA4 names the same person as its export", () => {
  expect(readOne({ event: "lead", timestamp: at, _ga: "GA1.1.123.456" }).person).toBe("123.456")
  expect(readOne({ event: "lead", timestamp: at, client_id: "GA1.2.123.456" }).person).toBe("123.456")
  expect(readOne({ event: "lead", timestamp: at, client_id: "GA1.1.x" }).person).toBe("GA1.1.x")
})

test("what is no event tells nothing, and is no mistake", () => {
  const nothing = [
    { event: "gtm.js", "gtm.start": at, "gtm.uniqueEventId": 1 },
    { event: "gtm.click", ...around },
    ["config", "G-1", {}],
    ["js", "2026-03-02T10:00:00Z"],
    ["consent", "default", { ad_storage: "denied" }],
    { push: { ecommerce: null }, ...around },
  ]
  expect(readValues(nothing, { format: "ga4-data-layer" })).toEqual([])
})

test("without a time or a person an event is a bad line", () => {
  expect(reasonsOf(readValues([{ event: "lead", client_id: "c" }]))[0]).toContain("has a time")
  expect(reasonsOf(readValues([{ event: "lead", timestamp: at }]))[0]).toContain("names nobody")
})

test.skipIf(!hasFacts)(`every recommended event is read with its parameters${whereFacts}`, () => {
  const { recommended } = readFacts<{
    recommended: Record<
      string,
      {
        params: { name: string; type: string; example: string }[]
        itemParams?: { name: string; type: string; example: string }[]
      }
    >
  }>("ga4")
  const fill = (list: { name: string; type: string; example: string }[]) =>
    Object.fromEntries(
      list.map(({ name, type, example }) => [name, type === "number" ? Number(example) : example]),
    )
  for (const [name, { params, itemParams }] of Object.entries(recommended)) {
    const told = { ...fill(params), ...(itemParams?.length && { items: [fill(itemParams)] }) }
    const event = readOne(["event", name, { ...told, ...around }])
    expect(event.name).toBe(name === "view_search_results" ? "search" : name)
    const { source, medium, campaign, term, content, ...rest } = told as Record<string, unknown>
    expect(event.props, name).toMatchObject(name === "campaign_details" ? rest : told)
    if (name === "campaign_details")
      expect(event.campaign).toEqual({ source, medium, name: campaign, term, content })
  }
})
