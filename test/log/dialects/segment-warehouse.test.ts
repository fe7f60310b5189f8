import { expect, test } from "vitest"
import { segmentWarehouse } from "../../../shared/log/dialects/segment-warehouse"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"

const at = Date.UTC(2026, 2, 2, 10)
const row = {
  id: "m-1",
  anonymous_id: "a-1",
  user_id: null,
  received_at: "2026-03-02 10:00:02.000 UTC",
  timestamp: "2026-03-02 10:00:00.000 UTC",
  context_page_url: "https://shop.example/p",
  context_campaign_name: "cart-1",
  uuid_ts: "2026-03-02 10:10:00 UTC",
}
const order = {
  event: "order_completed",
  event_text: "Order Completed",
  user_id: "u-1",
  order_id: "o-1",
  revenue: "12.50",
}

test("recognises rows of warehouses, in small letters and in capitals", () => {
  const upper = Object.fromEntries(
    Object.entries({ ...row, ...order }).map(([key, value]) => [key.toUpperCase(), value]),
  )
  for (const value of [{ ...row, ...order }, upper, row, { ...row, email: "x" }])
    expect(segmentWarehouse.recognise(value), JSON.stringify(value)).toBeGreaterThanOrEqual(0.9)
  expect(readOne(upper)).toEqual(readOne({ ...row, ...order }))
})

test("does not recognise what is none", () => {
  for (const value of [
    null,
    [],
    {},
    makeEvent("e"),
    { type: "track", event: "x", anonymous_id: "a", received_at: 1, timestamp: 1, id: "1" },
    { event: "purchase", timestamp: at, user_id: "u" },
    { event_name: "x", event_timestamp: 1, user_id: "u" },
  ])
    expect(segmentWarehouse.recognise(value), JSON.stringify(value)).toBe(0)
})

test("a row is the message that was loaded", () => {
  const products = JSON.stringify([{ product_id: "p-1", price: 12.5 }])
  expect(readOne({ ...row, ...order, products })).toEqual({
    id: "m-1",
    name: "purchase",
    at,
    person: "a-1",
    user: "u-1",
    source: "segment",
    page: { url: "https://shop.example/p" },
    campaign: { name: "cart-1" },
    props: { transaction_id: "o-1", value: 12.5, items: [{ item_id: "p-1", price: 12.5 }] },
  })
  const others = readValues([
    { ...row, url: "https://shop.example/", title: "Shop", name: "Home" },
    { ...row, user_id: "u-1", email: "p@example.com" },
    { ...row, group_id: "g-1" },
    { ...row, user_id: "u-1", previous_id: "a-0" },
  ])
  expect(eventsOf(others).map(({ name, person, user, props }) => [name, person, user, props])).toEqual([
    ["page_view", "a-1", undefined, { name: "Home" }],
    ["identify", "a-1", "u-1", { email: "p@example.com" }],
    ["join_group", "a-1", undefined, { group_id: "g-1" }],
    ["identify", "a-0", "u-1", {}],
  ])
})

test("what is broken or hostile in a row is told, or stays the text that it is", () => {
  expect(reasonsOf(readValues([{ ...row, ...order, timestamp: "soon", received_at: "x" }]))[0]).toContain(
    "has a time",
  )
  expect(reasonsOf(readValues([{ ...row, anonymous_id: "" }], { format: "segment-warehouse" }))[0]).toContain(
    "names nobody",
  )
  expect(readOne({ ...row, ...order, note: "[1", deep: '{"__proto__":{"x":1}}' }).props).toMatchObject({
    note: "[1",
    deep: '{"__proto__":{"x":1}}',
  })
})
