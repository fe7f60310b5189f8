import "../property-seed"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { TouchpointEvent } from "../../shared/event"
import { dialectNames, writeEvent, writtenDialectNames } from "../../shared/log/dialects"
import { events } from "./any-event"
import { makeEvent, readOne } from "./entries"

type Fields = Record<string, unknown>

/** What GA4 makes of a property without a value: nothing. Orders that tell what they are worth are not counted up. */
function inGa4(event: TouchpointEvent): TouchpointEvent {
  const props: Fields = { ...event.props }
  for (const key of Object.keys(props)) if (props[key] === null) delete props[key]
  if (Array.isArray(props.items)) props.value ??= 5
  return { ...event, props }
}

/** Parameters are texts and numbers. */
function inColumns(fields: Fields): Fields {
  const flat = Object.entries(fields).filter(([, value]) => value !== null)
  return Object.fromEntries(
    flat.map(([key, value]) => [
      key,
      typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value),
    ]),
  )
}

function inBigQuery(event: TouchpointEvent): TouchpointEvent {
  const { items, ...props } = inGa4(event).props ?? {}
  return {
    ...event,
    props: { ...inColumns(props), ...(Array.isArray(items) && { items: items.map(inColumns) }) },
  }
}

function inYandex(event: TouchpointEvent): TouchpointEvent {
  const own = inGa4(event)
  if (!/_promotion$/.test(own.name) || !Array.isArray(own.props?.items)) return own
  const items = own.props.items.map(({ item_id, item_name, index, ...rest }: Fields) => ({
    promotion_id: item_id,
    ...(item_name !== undefined && { promotion_name: item_name }),
    ...(index !== undefined && { creative_slot: index }),
    ...rest,
  }))
  return { ...own, props: { ...own.props, items } }
}

/** Whose own words for "nothing" a text could be. */
const hasPlaceholder = (event: TouchpointEvent) => /"(\(.*\)|<.*>)"/.test(JSON.stringify(event))

describe("an event comes back as it went", () => {
  test.each([
    ["cuelight", (event: TouchpointEvent) => event, () => true],
    ["ga4-data-layer", inGa4, ({ name }: TouchpointEvent) => name !== "consent"],
    [
      "ga4-bigquery",
      inBigQuery,
      (event: TouchpointEvent) => event.name !== "consent" && !hasPlaceholder(event),
    ],
    ["yandex", inYandex, ({ name }: TouchpointEvent) => name !== "view_item_list"],
  ])("from %s", (name, prepare, fits) => {
    fc.assert(
      fc.property(events.filter(fits).map(prepare), (event) => {
        const written = JSON.parse(JSON.stringify(writeEvent(event, name)))
        expect(readOne(written)).toEqual(event)
        expect(readOne(written, name)).toEqual(event)
      }),
      { numRuns: 500 },
    )
  })

  test("from every dialect to every other, for a journey with what all of them know", () => {
    const page = { url: "https://shop.example/a", title: "A" }
    const items = [{ item_id: "sku-1", item_name: "Uno", price: 3, quantity: 2 }]
    const journey = [
      makeEvent("1", { name: "page_view", page, props: {} }),
      makeEvent("2", { name: "add_to_cart", user: "u", props: { items, currency: "EUR", value: 6 } }),
      makeEvent("3", { name: "identify", user: "u", props: { email: "u@mail.example" } }),
      makeEvent("4", {
        name: "message_sent",
        props: { channel: "email", campaign: "cart-1", to: "u@mail.example" },
      }),
      makeEvent("5", {
        name: "purchase",
        props: { items, currency: "EUR", value: 6, transaction_id: "t-1" },
      }),
      makeEvent("6", { name: "form_submit", props: { form_id: "f" }, gesture: null }),
    ]
    for (const one of writtenDialectNames)
      for (const other of writtenDialectNames)
        for (const event of journey)
          expect(readOne(writeEvent(readOne(writeEvent(event, one)), other))).toEqual(event)
  })
})

describe("in the words of the dialect", () => {
  test("Yandex.Metrica: products, categories by levels, a list by its products, goals", () => {
    const items = [{ item_id: "1", item_category: "Apparel", item_category2: "T-shirts", index: 2 }]
    expect(
      writeEvent(makeEvent("e", { name: "add_to_cart", props: { items, currency: "RUB" } }), "yandex"),
    ).toEqual({
      push: {
        ecommerce: {
          currencyCode: "RUB",
          add: { products: [{ id: "1", position: 2, category: "Apparel/T-shirts" }] },
        },
      },
      timestamp: "2026-03-02T10:00:00.000Z",
      event_id: "e",
      client_id: "a-1",
      cuelight: { source: "site" },
    })
    const list = makeEvent("e", {
      name: "view_item_list",
      props: { items: [{ item_id: "1" }], item_list_name: "Sale" },
    })
    expect(writeEvent(list, "yandex")).toMatchObject({
      push: { ecommerce: { impressions: [{ id: "1", list: "Sale" }] } },
    })
    expect(
      writeEvent(makeEvent("e", { name: "generate_lead", props: { value: 5 } }), "yandex"),
    ).toMatchObject({
      push: [0, "reachGoal", "generate_lead", { order_price: 5 }],
    })
    expect(
      writeEvent(makeEvent("e", { name: "page_view", page: { url: "https://x/", title: "T" } }), "yandex"),
    ).toMatchObject({
      push: [0, "hit", "https://x/", { title: "T" }],
    })
  })

  test("GA4's data layer: ecommerce, flat parameters, user properties", () => {
    const push = (more: Partial<TouchpointEvent>) =>
      (writeEvent(makeEvent("e", more), "ga4-data-layer") as { push: unknown }).push
    expect(push({ name: "purchase", props: { value: 1 } })).toEqual({
      event: "purchase",
      ecommerce: { value: 1 },
    })
    expect(push({ name: "sign_up", props: { method: "mail" } })).toEqual({ event: "sign_up", method: "mail" })
    expect(push({ name: "go", props: { event: "x" } })).toEqual(["event", "go", { event: "x" }])
    expect(push({ name: "identify", props: { vip: true } })).toEqual([
      "set",
      "user_properties",
      { vip: true },
    ])
  })

  test("BigQuery: typed parameters, columns of items, the order", () => {
    const props = { value: 2.5, n: 3, transaction_id: "t", items: [{ item_id: "1", size: "M" }] }
    expect(writeEvent(makeEvent("e", { name: "purchase", props }), "ga4-bigquery")).toMatchObject({
      event_date: "20260302",
      event_timestamp: "1772445600000000",
      event_name: "purchase",
      user_pseudo_id: "a-1",
      event_params: expect.arrayContaining([
        { key: "value", value: { double_value: 2.5 } },
        { key: "n", value: { int_value: "3" } },
        { key: "transaction_id", value: { string_value: "t" } },
      ]),
      items: [{ item_id: "1", item_params: [{ key: "size", value: { string_value: "M" } }] }],
      ecommerce: { transaction_id: "t", purchase_revenue: 2.5 },
    })
  })

  test("consents, as far as Google's Consent Mode means the same", () => {
    const event = makeEvent("e", { name: "consent", props: { analytics: "denied", email: "granted" } })
    const written = writeEvent(event, "ga4-data-layer") as { push: unknown }
    expect(written.push).toEqual(["consent", "update", { analytics_storage: "denied", email: "granted" }])
    expect(readOne(written)).toEqual(event)
  })
})

test("a dialect that nobody can write is refused", () => {
  for (const name of ["shopify", "nobody", "__proto__"])
    expect(() => writeEvent(makeEvent("e"), name)).toThrow(RangeError)
  expect(dialectNames).toContain("shopify")
})
