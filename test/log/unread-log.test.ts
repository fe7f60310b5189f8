import { expect, test } from "vitest"
import { readWholeLog } from "../../shared/log/read-log"
import { makeEvent, reasonsOf, toLines } from "./entries"

const reasonsFor = (...values: unknown[]) => reasonsOf(readWholeLog(toLines(...values)))

test("an event of a service that is not read is called by its name", () => {
  const snowplow = {
    app_id: "shop",
    collector_tstamp: "2026-03-02T10:00:00Z",
    event: "page_view",
    event_id: "i",
  }
  const klaviyo = { type: "event", id: "i", attributes: { timestamp: 1, event_properties: { a: 1 } } }
  expect(reasonsFor(snowplow)).toEqual([
    expect.stringMatching(/^1: this is an event as Snowplow has it, which is not read: write it as Segment/),
  ])
  expect(reasonsFor(klaviyo)).toEqual([expect.stringMatching(/^1: this is an event as Klaviyo has it/)])
})

test("a table is called one, whatever is between its columns", () => {
  for (const line of [
    "id,name,at",
    '"id";"name";"at"',
    "shop\tweb\t2026-03-02 10:00:00\t",
    "1,add_to_cart,2026",
  ])
    expect(reasonsFor(line), line).toEqual([expect.stringContaining("this looks like a table (CSV)")])
})

test("what only looks a little so is not", () => {
  const plain = ["1: this is no JSON: an event is { … } on one line"]
  for (const line of ["hello, you", "127.0.0.1 - - [10/Oct] GET", "a;b", "name: x"])
    expect(reasonsFor(line), line).toEqual(plain)
  expect(reasonsFor('{"id":1,"name":2,"at":')).toEqual(["1: this is no JSON"])
  expect(reasonsFor(makeEvent("1"))).toEqual([])
  expect(reasonsFor({ name: "x", collector_tstamp: 1 })).toEqual([expect.stringContaining("has a time")])
})
