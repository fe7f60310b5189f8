import { expect, test } from "vitest"
import { mixpanel } from "../../../shared/log/dialects/mixpanel"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"

const seconds = Date.UTC(2026, 2, 2, 10) / 1000
const properties = { time: seconds, distinct_id: "$device:d-1", $device_id: "d-1", $insert_id: "i-1" }

test("an event of the export has our names, without what Mixpanel adds", () => {
  const value = {
    event: "Product Added",
    properties: {
      ...properties,
      $user_id: "u-1",
      distinct_id: "u-1",
      $current_url: "https://shop.example/p",
      $referrer: "https://ya.example/",
      $os: "Linux",
      mp_lib: "web",
      utm_campaign: "cart-1",
      product_id: "sku-1",
      price: 12,
    },
  }
  expect(mixpanel.recognise(value)).toBe(1)
  expect(readOne(value)).toEqual({
    id: "i-1",
    name: "add_to_cart",
    at: seconds * 1000,
    person: "d-1",
    user: "u-1",
    source: "mixpanel",
    page: { url: "https://shop.example/p", referrer: "https://ya.example/" },
    campaign: { name: "cart-1" },
    device: { os: "Linux" },
    props: { items: [{ item_id: "sku-1", price: 12 }] },
  })
})

test("whoever is identified is joined with the device, in the old way and the new", () => {
  const events = eventsOf(
    readValues([
      { event: "$mp_web_page_view", properties },
      {
        event: "$identify",
        properties: { ...properties, $identified_id: "u-1", $anon_id: "d-1", distinct_id: "u-1" },
      },
      { event: "$create_alias", properties: { time: seconds * 1000, distinct_id: "d-2", alias: "u-2" } },
      { event: "Signed Up", properties: { time: seconds, distinct_id: "u-3" } },
    ]),
  )
  expect(events.map(({ name, person, user, at }) => `${name} ${person} ${user} ${at}`)).toEqual([
    `page_view d-1 undefined ${seconds * 1000}`,
    `identify d-1 u-1 ${seconds * 1000}`,
    `identify d-2 u-2 ${seconds * 1000}`,
    `sign_up u-3 undefined ${seconds * 1000}`,
  ])
})

test("what cannot be used is told, and pushes and messages are left to others", () => {
  expect(
    reasonsOf(
      readValues([{ event: "x", properties: { ...properties, time: "soon" } }, { event: "x" }], {
        format: "mixpanel",
      }),
    ),
  ).toEqual([expect.stringMatching(/^1: a message has a time/), "2: an event has `event` and `properties`"])
  for (const value of [
    makeEvent("1"),
    { event: "x", time: 1 },
    { type: "track", event: "x", anonymousId: "a", properties },
    { event: "x", properties: { time: 1 } },
    ["event", "x"],
  ])
    expect(mixpanel.recognise(value), JSON.stringify(value)).toBe(0)
})
