import { expect, test } from "vitest"
import { posthog } from "../../../shared/log/dialects/posthog"
import { eventsOf, makeEvent, readOne, readValues, reasonsOf } from "../entries"

const told = { distinct_id: "d-1", timestamp: "2026-03-02T10:00:00.000Z", uuid: "i-1" }
const at = Date.UTC(2026, 2, 2, 10)

test("an event of a batch export has our names, without what PostHog adds", () => {
  const properties = {
    $current_url: "https://shop.example/p",
    title: "A mug",
    $referrer: "$direct",
    $session_id: "s-1",
    $os: "Linux",
    token: "phc_1",
    utm_campaign: "cart-1",
    product_id: "sku-1",
    price: 12,
  }
  const expected = {
    id: "i-1",
    name: "add_to_cart",
    at,
    person: "d-1",
    session: "s-1",
    source: "posthog",
    page: { url: "https://shop.example/p", title: "A mug" },
    campaign: { name: "cart-1" },
    device: { os: "Linux" },
    props: { items: [{ item_id: "sku-1", price: 12 }] },
  }
  const value = { ...told, event: "Product Added", properties, team_id: 1, elements_chain: "" }
  expect(posthog.recognise(value)).toBe(1)
  expect(readOne(value)).toEqual(expected)
  // In columns of a warehouse properties are JSON in a text, and times name no zone: they are UTC.
  const row = {
    ...value,
    properties: JSON.stringify(properties),
    timestamp: "2026-03-02 10:00:00.000000",
  }
  expect(readOne(row)).toEqual(expected)
  // As it is sent, the person is one of the properties.
  const { distinct_id, ...sent } = value
  expect(readOne({ ...sent, properties: { ...properties, distinct_id } })).toEqual(expected)
})

test("whoever is identified is joined with the device, and traits are set", () => {
  const events = eventsOf(
    readValues([
      { ...told, uuid: "1", event: "$pageview", properties: {} },
      {
        ...told,
        uuid: "2",
        event: "$identify",
        distinct_id: "u-1",
        properties: { $anon_distinct_id: "d-1", $set: { email: "a@mail.example" }, $set_once: { plan: "x" } },
      },
      { ...told, uuid: "3", event: "$create_alias", distinct_id: "u-1", properties: { alias: "d-2" } },
      { ...told, uuid: "4", event: "$set", distinct_id: "u-1", properties: {}, $set: { plan: "y" } },
      { ...told, uuid: "5", event: "$rageclick", distinct_id: "u-1", properties: {} },
    ]),
  )
  expect(events.map(({ name, person, user, props }) => [name, person, user, props ?? {}])).toEqual([
    ["page_view", "d-1", undefined, {}],
    ["identify", "d-1", "u-1", { email: "a@mail.example", plan: "x" }],
    ["identify", "d-2", "u-1", {}],
    ["identify", "u-1", undefined, { plan: "y" }],
    ["rage_click", "u-1", undefined, {}],
  ])
})

test("what the libraries tell of themselves is no event, and no mistake", () => {
  for (const event of ["$pageleave", "$feature_flag_called", "$web_vitals"])
    expect(readValues([{ ...told, event, properties: {} }])).toEqual([])
})

test("what cannot be used is told, and pushes and messages are left to others", () => {
  expect(
    reasonsOf(
      readValues([{ ...told, event: "x", properties: {}, timestamp: "soon" }, { distinct_id: "d" }], {
        format: "posthog",
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^1: a message has a time/),
    "2: an event has `event`, `distinct_id` and `properties`",
  ])
  for (const value of [
    makeEvent("1"),
    { event: "x", timestamp: 1 },
    { type: "track", ...told, event: "x", anonymousId: "a", properties: {} },
    { event: "x", properties: { time: 1, distinct_id: "d" } },
    { event: "x", properties: {}, timestamp: 1 },
    ["event", "x"],
  ])
    expect(posthog.recognise(value), JSON.stringify(value)).toBe(0)
})
