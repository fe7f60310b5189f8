import { describe, expect, it } from "vitest"
import { checkEvent } from "../../shared/check/check-event"
import { ga4Rules } from "../../shared/check/ga4-rules"
import { readExpectations } from "../../shared/check/map-expectations"
import { parseEvent, type TouchpointEvent } from "../../shared/event"
import { parseMap } from "../../shared/map/parse-map"

const nothing = { numbers: new Map(), keys: new Map() }

function event(name: string, props: Record<string, unknown> = {}): TouchpointEvent {
  return { id: "e", name, at: 0, person: "a", source: "data-layer", props }
}

const codes = (name: string, props: Record<string, unknown>) =>
  checkEvent(event(name, props), nothing).map(({ code, path }) => (path === "" ? code : `${code} ${path}`))

const vase = { item_id: "v-1", item_name: "Vase", price: 39, quantity: 2 }
const good = { transaction_id: "T-1", currency: "EUR", value: 78, tax: 5, shipping: 4, items: [vase] }

describe("an event as GA4 wants it", () => {
  it.each([
    ["purchase", good],
    ["add_to_cart", { currency: "EUR", value: 78, items: [vase] }],
    ["view_item", { currency: "EUR", value: 39, item_id: "v-1", price: 39 }],
    ["purchase", { ...good, value: 68, items: [{ ...vase, discount: 5 }] }],
    ["page_view", {}],
    ["message_sent", { channel: "email" }],
    ["form_submit", { form_id: "newsletter" }],
    ["slow_page", { metric: "CLS", value: 0.35 }],
  ])("has no remark: %s", (name, props) => {
    expect(codes(name, props)).toEqual([])
  })
})

it("lacks nothing that the site has not told: the recorder saw it by itself", () => {
  const seen = (source: string) =>
    checkEvent({ ...event("view_cart"), source }, nothing).map(({ code }) => code)
  for (const source of ["url", "button", "form+button"]) expect(seen(source)).toEqual([])
  for (const source of ["data-layer", "api", "data-layer+url"])
    expect(seen(source)).toContain("missing-items")
})

it("says what the data layer fell short of, also where the recorder has mended it", () => {
  const told = { ...event("purchase", good), mended: ["currency", "value", "items[0].price"] }
  expect(checkEvent(told, nothing).map(({ code, path }) => `${code} ${path}`)).toEqual([
    "missing-currency currency",
    "amount-as-text value",
    "amount-as-text items[0].price",
  ])
})

it("takes of what was mended only paths, and not without end", () => {
  const read = (mended: unknown) => {
    const parsed = parseEvent({ ...event("purchase", good), mended })
    return "event" in parsed ? parsed.event.mended : parsed.reason
  }
  expect(read(["value", 7, null, { a: 1 }, "x".repeat(61)])).toEqual(["value"])
  expect(read(Array.from({ length: 100 }, () => "value"))).toHaveLength(20)
  expect(read("value")).toBeUndefined()
})

/** Every rule, with an event that breaks it and no other. */
const broken: Record<string, [name: string, props: Record<string, unknown>, remark: string]> = {
  "missing-currency": ["purchase", { ...good, currency: undefined }, "missing-currency currency"],
  "bad-currency": ["purchase", { ...good, currency: "eur" }, "bad-currency currency"],
  "missing-value": ["begin_checkout", { currency: "EUR", items: [vase] }, "missing-value value"],
  "amount-as-text": [
    "add_to_cart",
    { currency: "EUR", value: 78, items: [{ ...vase, price: "39,00" }] },
    "amount-as-text items[0].price",
  ],
  "wrong-type": [
    "view_item_list",
    { items: [{ ...vase, price: { amount: 39 } }] },
    "wrong-type items[0].price",
  ],
  "negative-amount": [
    "refund",
    { transaction_id: "T-1", currency: "EUR", value: -78 },
    "negative-amount value",
  ],
  "missing-items": ["view_item_list", { items: [] }, "missing-items items"],
  "nameless-item": ["view_item_list", { items: [vase, { price: 1 }] }, "nameless-item items[1]"],
  "too-many-items": [
    "view_item_list",
    { items: Array.from({ length: 201 }, () => vase) },
    "too-many-items items",
  ],
  "missing-transaction": ["purchase", { ...good, transaction_id: "" }, "missing-transaction transaction_id"],
  "value-mismatch": ["purchase", { ...good, value: 50 }, "value-mismatch value"],
  "bad-name": ["Товар в корзине", {}, "bad-name"],
}

describe("every rule", () => {
  it("has an event here that breaks it", () => {
    expect(Object.keys(broken)).toEqual(ga4Rules.map(({ code }) => code))
  })

  it.each(Object.values(broken))("%s %j: %s", (name, props, remark) => {
    expect(codes(name, props)).toEqual([remark])
  })

  it("speaks both languages", () => {
    for (const [name, props] of Object.values(broken))
      for (const { message } of checkEvent(event(name, props), nothing)) {
        expect(message.en).toMatch(/[a-z]/)
        expect(message.ru).toMatch(/[а-я]/)
      }
  })

  it("survives what a page may tell", () => {
    for (const items of [null, 5, "x", [null, [], "x", { price: Number.NaN, quantity: [] }], { length: 1e9 }])
      expect(() =>
        checkEvent(event("purchase", { ...good, items, value: {}, currency: [] }), nothing),
      ).not.toThrow()
  })

  it("says why the value is larger, where tax and shipping are in it", () => {
    const [remark] = checkEvent(event("purchase", { ...good, value: 87 }), nothing)
    expect(remark?.message.en).toContain("includes tax or shipping")
  })
})

describe("what the map expects", () => {
  const { map } = parseMap(`
cuelight: 1
id: m
name: M
timeZone: UTC
stages:
  - id: first
  - { id: big, when: { event: view_item, where: { price: { gte: 1000 } } } }
segments: [{ id: vip, when: { sum: value, of: [purchase, { event: refund }], gte: 5 } }]
channels: { email: { status: live } }
scenarios:
  - { id: s, trigger: { event: add_to_cart, per: cart_id }, steps: [{ id: x, channel: email }] }
`)
  const expectations = readExpectations(map!)
  const said = (name: string, props: Record<string, unknown>) =>
    checkEvent(event(name, props), expectations)
      .filter(({ code }) => code.startsWith("map-"))
      .map(({ code, path }) => `${code} ${path}`)

  it("is a number where it compares or adds up", () => {
    expect(said("view_item", { items: [{ price: "1 200" }] })).toEqual(["map-wants-number price"])
    expect(said("purchase", { value: "78" })).toEqual(["map-wants-number value"])
    expect(said("refund", { value: true })).toEqual(["map-wants-number value"])
    expect(said("view_item", { items: [{ price: 1200 }] })).toEqual([])
    expect(said("view_item", {})).toEqual([])
    expect(said("view_cart", { value: "78" })).toEqual([])
  })

  it("is the key by which a scenario runs", () => {
    expect(said("add_to_cart", {})).toEqual(["map-wants-key cart_id"])
    expect(said("add_to_cart", { cart_id: "c" })).toEqual([])
  })
})
