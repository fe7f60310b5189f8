import { expect, test } from "vitest"
import { amplitude } from "../../../shared/log/dialects/amplitude"
import { makeEvent, readOne, readValues, reasonsOf } from "../entries"

const at = Date.UTC(2026, 2, 2, 10)
const row = {
  $insert_id: "i-1",
  uuid: "uu-1",
  event_type: "Order Completed",
  event_time: "2026-03-02 10:00:00.000000",
  client_event_time: "2026-03-02 13:00:07.120000",
  amplitude_id: 123,
  device_id: "d-1",
  user_id: "u-1",
  session_id: 1772445600000,
  os_name: "Chrome",
  language: "Russian",
  event_properties: {
    order_id: "o-1",
    revenue: 90,
    "[Amplitude] Page Location": "https://shop.example/done",
    utm_source: "mail",
  },
  user_properties: { plan: "pro", initial_utm_source: "ads" },
}

test("an event of the export has our names; its time is UTC", () => {
  expect(amplitude.recognise(row)).toBe(1)
  expect(readOne(row)).toEqual({
    id: "i-1",
    name: "purchase",
    at,
    person: "d-1",
    user: "u-1",
    session: "1772445600000",
    source: "amplitude",
    page: { url: "https://shop.example/done" },
    campaign: { source: "mail" },
    device: { os: "Chrome", language: "Russian" },
    props: { transaction_id: "o-1", value: 90 },
  })
})

test("page views and traits, as exported and as sent", () => {
  expect(readOne({ ...row, event_type: "[Amplitude] Page Viewed", event_properties: {} }).name).toBe(
    "page_view",
  )
  expect(readOne({ ...row, event_type: "$identify" })).toMatchObject({
    name: "identify",
    user: "u-1",
    props: { plan: "pro", initial_utm_source: "ads" },
  })
  const sent = {
    event_type: "$identify",
    time: at,
    device_id: "d-1",
    user_properties: { $set: { plan: "free" }, $unset: { phone: "-" } },
    event_properties: {},
  }
  expect(readOne(sent)).toMatchObject({ at, person: "d-1", props: { plan: "free", phone: null } })
  expect(readOne({ ...row, device_id: null, user_id: null }).person).toBe("123")
})

test("what cannot be used is told, and rows of others are left to them", () => {
  const { event_time, client_event_time, ...timeless } = row
  expect(
    reasonsOf(
      readValues([timeless, { ...row, device_id: null, user_id: null, amplitude_id: null }], {
        format: "amplitude",
      }),
    ),
  ).toEqual([
    expect.stringMatching(/^1: a message has a time/),
    expect.stringMatching(/^2: a message names nobody/),
  ])
  for (const value of [
    makeEvent("1"),
    { event_type: "x", device_id: "d" },
    { event_type: "x", event_time: "2026-03-02" },
    null,
  ])
    expect(amplitude.recognise(value), JSON.stringify(value)).toBe(0)
})
