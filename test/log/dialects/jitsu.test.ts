import { expect, test } from "vitest"
import { jitsu } from "../../../shared/log/dialects/jitsu"
import { makeEvent, readOne, readValues, reasonsOf } from "../entries"

const at = Date.UTC(2026, 2, 2, 10)
const time = "2026-03-02T10:00:00.000000Z"

/** As the JavaScript of 2020 sends it. */
const nested = {
  api_key: "js.1",
  src: "eventn",
  event_type: "pageview",
  eventn_ctx: {
    event_id: "e-1",
    user: { anonymous_id: "a-1", internal_id: "u-1", email: "x@example.com" },
    utc_time: "2026-03-02T09:59:58.1Z",
    url: "https://shop.example/p",
    page_title: "P",
    referer: "https://ya.example/",
    utm: { source: "mail", campaign: "cart-1" },
    user_language: "ru-RU",
    user_agent: "Mozilla",
    parsed_ua: { ua_family: "Firefox" },
  },
  _timestamp: time,
}

/** The same in a table, and as later versions send it. */
const flat = {
  _timestamp: time,
  api_key: "js.1",
  event_type: "pageview",
  eventn_ctx_event_id: "e-1",
  eventn_ctx_user_anonymous_id: "a-1",
  eventn_ctx_user_internal_id: "u-1",
  eventn_ctx_user_email: "x@example.com",
  eventn_ctx_url: "https://shop.example/p",
  eventn_ctx_page_title: "P",
  eventn_ctx_referer: "https://ya.example/",
  eventn_ctx_utm_source: "mail",
  eventn_ctx_utm_campaign: "cart-1",
  eventn_ctx_user_language: "ru-RU",
  eventn_ctx_user_agent: "Mozilla",
  eventn_ctx_click_id_gclid: null,
  eventn_ctx_parsed_ua_ua_family: "Firefox",
  source_ip: "127.0.0.1",
}
const later = {
  ...nested,
  ...nested.eventn_ctx,
  eventn_ctx: undefined,
  user: { anonymous_id: "a-1", id: "u-1" },
}

test("a page view is the same in every shape", () => {
  const event = {
    id: "e-1",
    name: "page_view",
    at,
    person: "a-1",
    user: "u-1",
    source: "jitsu",
    page: { url: "https://shop.example/p", title: "P", referrer: "https://ya.example/" },
    campaign: { source: "mail", name: "cart-1" },
    device: { language: "ru-RU" },
    props: {},
  }
  for (const value of [nested, flat, JSON.parse(JSON.stringify(later))]) {
    expect(jitsu.recognise(value)).toBeGreaterThanOrEqual(0.9)
    expect(readOne(value)).toEqual(event)
  }
})

test("the event's own columns are its properties, with our names where Segment's are meant", () => {
  const order = {
    ...flat,
    event_type: "order_completed",
    order_id: "o-1",
    revenue: 90,
    products: '[{"product_id":"sku-1","price":45,"quantity":2}]',
  }
  expect(readOne(order)).toMatchObject({
    name: "purchase",
    props: { transaction_id: "o-1", value: 90, items: [{ item_id: "sku-1", price: 45, quantity: 2 }] },
  })
  expect(readOne({ ...flat, event_type: "quiz", score: 7 })).toMatchObject({
    name: "quiz",
    props: { score: 7 },
  })
})

test("who the person is said to be is an identify with what is known of them", () => {
  for (const value of [nested, flat])
    expect(readOne({ ...value, event_type: "user_identify", plan: "pro" })).toMatchObject({
      name: "identify",
      user: "u-1",
      props: { email: "x@example.com", plan: "pro" },
    })
})

test("what lacks a time or a person is told, and what is of others is left to them", () => {
  const { _timestamp, ...timeless } = flat
  const { eventn_ctx_user_anonymous_id, eventn_ctx_user_internal_id, ...nobody } = flat
  expect(reasonsOf(readValues([timeless, nobody, { ...flat, event_type: "" }]))).toEqual([
    expect.stringMatching(/^1: a message has a time/),
    expect.stringMatching(/^2: a message names nobody/),
    "3: a row has an event_type",
  ])
  for (const value of [makeEvent("1"), { event_type: "x" }, { event_type: 1, eventn_ctx: {} }, null, "x"])
    expect(jitsu.recognise(value), JSON.stringify(value)).toBe(0)
})
