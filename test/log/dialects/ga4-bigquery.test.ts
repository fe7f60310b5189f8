import { expect, test } from "vitest"
import { findDialect } from "../../../shared/log/dialects"
import { ga4BigQuery } from "../../../shared/log/dialects/ga4-bigquery"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"

const text = (key: string, value: string) => ({
  key,
  value: { string_value: value, int_value: null, float_value: null, double_value: null },
})
const whole = (key: string, value: string | number) => ({ key, value: { int_value: value } })
const row = {
  event_date: "20260302",
  event_timestamp: "1772445600123456",
  event_name: "purchase",
  event_params: [
    whole("ga_session_id", "1772445000"),
    whole("ga_session_number", "2"),
    text("page_location", "https://x.example/done"),
    text("page_title", "Thank you"),
    text("source", "(direct)"),
    text("currency", "USD"),
    whole("engaged_session_event", 1),
  ],
  user_id: null,
  user_pseudo_id: "123.456",
  user_properties: [],
  device: {
    category: "mobile",
    operating_system: "Android",
    language: "en-us",
    web_info: { browser: "Chrome" },
  },
  traffic_source: { source: "google", medium: "cpc", name: "(referral)" },
  collected_traffic_source: {
    manual_source: "news",
    manual_medium: "email",
    manual_campaign_name: "spring",
    gclid: null,
  },
  ecommerce: { transaction_id: "T-1", purchase_revenue: "12.000", tax_value: 1.5, shipping_value: null },
  items: [
    {
      item_id: "i-1",
      item_name: "Uno",
      price: "12.000",
      quantity: "1",
      coupon: "(not set)",
      item_brand: "",
      item_params: [text("size", "L")],
    },
  ],
}

test("the registry finds it", () => {
  expect(findDialect("ga4-bigquery")).toEqual({ dialect: ga4BigQuery })
})

test("recognises rows, and nothing else", () => {
  expect(ga4BigQuery.recognise(row)).toBe(1)
  for (const value of [null, [], {}, makeEvent("e"), { event: "purchase" }, { type: "track", userId: "u" }])
    expect(ga4BigQuery.recognise(value)).toBe(0)
})

test("reads a row: order, items, page, session, campaign, device", () => {
  expect(readOne(row)).toEqual({
    id: "1",
    name: "purchase",
    at: 1_772_445_600_123,
    person: "123.456",
    session: "1772445000",
    page: { url: "https://x.example/done", title: "Thank you" },
    campaign: { source: "news", medium: "email", name: "spring" },
    device: { type: "mobile", os: "Android", language: "en-us", browser: "Chrome" },
    props: {
      currency: "USD",
      transaction_id: "T-1",
      value: 12,
      tax: 1.5,
      items: [{ size: "L", item_id: "i-1", item_name: "Uno", price: 12, quantity: 1 }],
    },
    source: "ga4",
  })
})

test("numbers may be numbers, and the time a text of BigQuery's", () => {
  expect(readOne({ ...row, event_timestamp: 1_772_445_600_123_456 }).at).toBe(1_772_445_600_123)
  expect(readOne({ ...row, event_timestamp: "2026-03-02 10:00:00.123456 UTC" }).at).toBe(1_772_445_600_123)
})

test("how somebody came the first time is the campaign of the first event only", () => {
  const { collected_traffic_source: _, ...plain } = row
  expect(readOne(plain)).not.toHaveProperty("campaign")
  expect(readOne({ ...plain, event_name: "first_visit" }).campaign).toEqual({
    source: "google",
    medium: "cpc",
  })
})

test("a user is joined, and user properties are traits, told before the event", () => {
  const known = {
    ...row,
    user_id: "u-7",
    user_properties: [{ key: "plan", value: { string_value: "pro", set_timestamp_micros: "1" } }],
  }
  expect(
    eventsOf(readValues([known])).map(({ id, name, person, user, props }) => [
      id,
      name,
      person,
      user,
      props?.plan,
    ]),
  ).toEqual([
    ["1", "identify", "123.456", "u-7", "pro"],
    ["1.2", "purchase", "123.456", "u-7", undefined],
  ])
})

test("a row that two tables have is one event, where the batch fields say which", () => {
  const placed = { ...row, batch_page_id: "1", batch_ordering_id: "2", batch_event_index: "3" }
  const [one, two, other] = eventsOf(readValues([placed, placed, { ...placed, batch_event_index: "4" }]))
  expect(one?.id).toBe(two?.id)
  expect(other?.id).not.toBe(one?.id)
})

test("a whole number that a number cannot hold stays text", () => {
  expect(readOne({ ...row, event_params: [whole("order", "12345678901234567890")] }).props?.order).toBe(
    "12345678901234567890",
  )
})

test("without a person, a time or a name a row is a bad line", () => {
  const broken = [
    { ...row, user_pseudo_id: null },
    { ...row, event_timestamp: "soon" },
    { ...row, event_timestamp: -1e300 },
    { ...row, event_name: "" },
  ]
  expect(reasonsOf(readValues(broken, { format: "ga4-bigquery" }))).toHaveLength(4)
})

test("a parameter cannot reach a prototype", () => {
  const told = readOne({
    ...row,
    event_params: [text("__proto__", "x"), text("constructor", "x"), text("toString", "x")],
  })
  expect(Object.getPrototypeOf(told.props)).toBe(Object.prototype)
  expect(told.props?.toString).toBe("x")
})
