import "../property-seed"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { dialectNames, findDialect } from "../../shared/log/dialects"
import { readLog, readWholeLog, startLog } from "../../shared/log/read-log"
import { eventsOf, makeEvent, readValues, reasonsOf, toLines } from "./entries"

const track = {
  type: "track",
  event: "Product Added",
  messageId: "m-1",
  anonymousId: "a-1",
  timestamp: "2026-03-02T10:00:00Z",
  properties: { product_id: "sku-1" },
}
const row = {
  event_name: "page_view",
  event_timestamp: "1772445600000000",
  user_pseudo_id: "9.9",
  event_params: [],
}
const detail = {
  ecommerce: { detail: { products: [{ id: "p" }] } },
  timestamp: 1_772_445_600_000,
  client_id: "c",
}
const push = {
  event: "view_item",
  ecommerce: { items: [{ item_id: "p" }] },
  timestamp: 1_772_445_600_000,
  client_id: "c",
}

test("a line may be JSON in a text, and a list in an object is told", () => {
  const event = makeEvent("one")
  expect(eventsOf(readValues([JSON.stringify(JSON.stringify(event))]))).toEqual([event])
  expect(reasonsOf(readValues([JSON.stringify("{")]))).toEqual([
    "1: this is no JSON: an event is { … } on one line",
  ])
  expect(reasonsOf(readValues([{ records: [event], next: null }]))).toEqual([
    "1: this holds a list in `records`: save that list alone, or one event a line",
  ])
  expect(reasonsOf(readValues([{ "a\u001b": [event] }]))[0]).toContain("has a time")
})

describe("a bad line", () => {
  const bad: [string, string, string][] = [
    ["no JSON", '{"id": "e2", "name": ', "no JSON"],
    ["NaN", '{"id":"b","name":"x","at":NaN,"person":"a"}', "no JSON"],
    [
      "a refused key",
      '{"id":"b","name":"x","at":1767225600000,"person":"a","props":{"__proto__":{"admin":true}}}',
      "__proto__",
    ],
    [
      "a refused key, escaped",
      '{"name":"x","at":1767225600000,"person":"a","props":{"\\u005f_proto__":1}}',
      "__proto__",
    ],
    [
      "a constructor",
      '{"name":"x","at":1767225600000,"person":"a","props":{"constructor":{"prototype":1}}}',
      "constructor",
    ],
    ["half a character", '{"name":"x","at":1767225600000,"person":"a\\ud800"}', "lone surrogate"],
    [
      "half a character in a key",
      '{"name":"x","at":1767225600000,"person":"a","props":{"\\udc00":1}}',
      "lone surrogate",
    ],
    [
      "a number that becomes infinite",
      '{"name":"x","at":1767225600000,"person":"a","props":{"v":1e999}}',
      "too large",
    ],
    [
      "deep nesting",
      `{"name":"x","at":1767225600000,"person":"a","props":${'{"a":'.repeat(32)}1${"}".repeat(32)}}`,
      "32",
    ],
    ["nesting without end", "[".repeat(30_000), "is"],
    ["a text", '"hello"', "object"],
    ["a number", "42", "object"],
    ["nothing", "null", "object"],
    ["a list of words", '["a","b"]', "object"],
    ["more than 64 KiB", JSON.stringify(makeEvent("b", { props: { text: "x".repeat(66_000) } })), "64 KiB"],
    ["no time", '{"id":"b","name":"x","person":"a"}', "time"],
    ["no person", '{"id":"b","name":"x","at":1767225600000}', "person"],
    ["a day that does not exist", '{"name":"x","at":"2026-02-30","person":"a"}', "does not exist"],
    [
      "a year before there were cars",
      '{"name":"x","at":"1899-12-31","person":"a"}',
      "between the years 1900",
    ],
    ["seconds", '{"name":"x","at":1767225600,"person":"a"}', "this time looks like seconds"],
    ["the last year there is", '{"name":"x","at":"+275760-09-13T00:00:00Z","person":"a"}', "9999"],
    ["a year before Christ", '{"name":"x","at":"-000044-03-15","person":"a"}', "1900"],
    ["the end of time", '{"name":"x","at":8640000000000001,"person":"a"}', "range"],
  ]
  test.each(bad)("of %s is told with its number, and costs nothing else", (_, line, reason) => {
    const entries = readWholeLog(toLines(makeEvent("one"), "", line, makeEvent("two")))
    expect(eventsOf(entries).map(({ id }) => id)).toEqual(["one", "two"])
    expect(reasonsOf(entries)).toHaveLength(1)
    expect(reasonsOf(entries)[0]).toMatch(/^3: /)
    expect(reasonsOf(entries)[0]).toContain(reason)
  })

  test("at the very beginning spoils nothing", () => {
    for (const first of ["x", "{", "[", "[]", "[[", "[{", '["', "]", "\u0000", "\ufeff{"]) {
      const entries = readWholeLog(toLines(first, makeEvent("one"), makeEvent("two"), makeEvent("three")))
      expect(
        eventsOf(entries).map(({ id }) => id),
        first,
      ).toEqual(expect.arrayContaining(["two", "three"]))
    }
  })

  test("keeps the time that could be read", () => {
    expect(readWholeLog('{"at":"2026-03-02T10:00:00Z","name":"x"}')).toEqual([
      { line: 1, reason: expect.any(String), at: 1_772_445_600_000 },
    ])
  })
})

test("a clock that was never set is a clock", () => {
  const log = toLines('{"name":"x","at":0,"person":"a"}', '{"name":"x","at":86400000,"person":"a"}')
  expect(eventsOf(readWholeLog(log)).map(({ at }) => at)).toEqual([0, 86_400_000])
})

test("nesting that is allowed passes", () => {
  const line = `{"name":"x","at":1767225600000,"person":"a","props":${'{"a":'.repeat(30)}1${"}".repeat(30)}}`
  expect(eventsOf(readWholeLog(line))).toHaveLength(1)
})

test("no text, however broken, makes the reader throw", () => {
  const words = fc.constantFrom(
    ...[
      '{"type":"track","userId":',
      '"event":"Order Completed"',
      '{"name":"x","at":1767225600000,"person":"a"}',
      "}",
      "]",
      "[",
      ",",
    ],
    ...[
      '{"ecommerce":{"add":',
      '{"event_name":"x","event_timestamp":',
      "null",
      "1e999",
      '"\\ud800"',
      "\n",
      "\r\n",
      "\ufeff",
    ],
    ...[
      JSON.stringify(track),
      JSON.stringify(row),
      JSON.stringify(push),
      '["event","purchase",',
      '{"batch":[',
    ],
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
      for (const format of [undefined, ...dialectNames])
        for (const entry of readWholeLog(parts.join(""), format === undefined ? {} : { format }))
          expect(entry.line).toBeGreaterThan(0)
    }),
    { numRuns: 300 },
  )
})

test("no JSON value makes a dialect throw, whatever stands where its fields are", () => {
  const keys = fc.constantFrom(
    ...[
      "type",
      "event",
      "properties",
      "context",
      "traits",
      "batch",
      "products",
      "timestamp",
      "userId",
      "ecommerce",
    ],
    ...[
      "items",
      "event_params",
      "event_name",
      "event_timestamp",
      "user_properties",
      "device",
      "push",
      "0",
      "1",
      "2",
    ],
    ...[
      "events",
      "params",
      "client_id",
      "add",
      "detail",
      "actionField",
      "page",
      "campaign",
      "value",
      "key",
      "anonymousId",
    ],
  )
  const leaves = fc.constantFrom(
    "track",
    "identify",
    "Product Added",
    "purchase",
    "2026-01-01",
    1e15,
    -1,
    null,
    true,
    "",
    [],
  )
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      leaves,
      fc.dictionary(keys, tie("value"), { maxKeys: 8 }),
      fc.array(tie("value"), { maxLength: 4 }),
    ),
  }))
  fc.assert(
    fc.property(value, (one) => {
      for (const format of [undefined, ...dialectNames])
        expect(() => readValues([one], format === undefined ? {} : { format })).not.toThrow()
    }),
    { numRuns: 500 },
  )
})

describe("an event without an id", () => {
  test("is called by its line, further ones of that line by their places in it", () => {
    const { id: _, ...nameless } = makeEvent("")
    expect(eventsOf(readValues(["", nameless, "", nameless])).map(({ id }) => id)).toEqual(["2", "4"])
    expect(eventsOf(readWholeLog(JSON.stringify([nameless, nameless]))).map(({ id }) => id)).toEqual([
      "1",
      "1.2",
    ])
  })

  test("of several in one push, all are told apart", () => {
    const both = { ...detail, event_id: "x", ecommerce: { ...detail.ecommerce, impressions: [{ id: "q" }] } }
    expect(eventsOf(readValues([both])).map(({ id, name }) => [id, name])).toEqual([
      ["x", "view_item_list"],
      ["x.2", "view_item"],
    ])
  })
})

describe("the dialect", () => {
  test.each([
    ["cuelight", makeEvent("e"), "go"],
    ["segment", track, "add_to_cart"],
    ["ga4-bigquery", row, "page_view"],
    ["ga4-data-layer", push, "view_item"],
    ["yandex", detail, "view_item"],
  ])("%s is recognised from one line and from a list", (name, value, event) => {
    expect(eventsOf(readValues([value])).map((told) => told.name)).toEqual([event])
    expect(readWholeLog(JSON.stringify([value, value]))).toHaveLength(2)
    expect(eventsOf(readValues([value], { format: name }))).toEqual(eventsOf(readValues([value])))
  })

  test("is recognised behind bad lines", () => {
    const entries = readValues([...Array.from({ length: 150 }, () => "x"), track])
    expect(entries.map(({ line }) => line)).toEqual(Array.from({ length: 151 }, (_, index) => index + 1))
    expect(eventsOf(entries)).toHaveLength(1)
  })

  test("may change in the log: a site's messages and the evidence of its mail service", () => {
    const sent = makeEvent("s", { name: "message_sent", props: { channel: "email" } })
    const values = [
      ...Array.from({ length: 30 }, (_, index) => ({ ...track, messageId: `m-${index}` })),
      sent,
      row,
      detail,
    ]
    const events = eventsOf(readValues(values))
    expect(events.slice(-3).map(({ name, source }) => [name, source])).toEqual([
      ["message_sent", "site"],
      ["page_view", "ga4"],
      ["view_item", "data-layer"],
    ])
    expect(events).toHaveLength(33)
  })

  test("of a value that two could mean is the one of the log", () => {
    const flat = { event: "lead", timestamp: 1_772_445_600_000, client_id: "c", value: 3 }
    expect(eventsOf(readValues([push, push, flat])).at(-1)).toMatchObject({
      name: "lead",
      props: { value: 3 },
    })
    const nameless = { type: "track", event: "Lead", timestamp: "2026-03-02" }
    expect(reasonsOf(readValues([track, nameless]))).toEqual([
      "2: a message names nobody: anonymousId or userId is missing",
    ])
  })

  test("insisted on reads all, and says of others why not", () => {
    const entries = readValues([track, makeEvent("e")], { format: "segment" })
    expect(eventsOf(entries)).toHaveLength(1)
    expect(reasonsOf(entries)[0]).toContain("a message has a type")
    expect(reasonsOf(readValues([track], { format: "cuelight" }))).toHaveLength(1)
  })

  test("of an unknown name is refused with the known ones", () => {
    expect(findDialect("segmnet")).toEqual({
      problem:
        'unknown format "segmnet": did you mean `segment`? Known are: cuelight, segment, ga4-bigquery, ga4-data-layer, yandex, shopify, segment-warehouse, yandex-logs, jitsu, amplitude, mixpanel, posthog, matomo',
    })
    expect(findDialect("__proto__")).toHaveProperty("problem")
    expect(() => startLog({ format: "csv" })).toThrow(/"csv"\. Known are: cuelight/)
  })
})

describe("reading while the log arrives", () => {
  test("works for portions and for lines", async () => {
    const lines = [JSON.stringify(makeEvent("one")), "", JSON.stringify(makeEvent("two"))]
    const collect = async (items: Iterable<string>, how: "portions" | "lines") => {
      const told = []
      for await (const entry of readLog(items, { items: how })) told.push(entry)
      return told
    }
    expect(await collect(lines, "lines")).toEqual(readWholeLog(lines.join("\n")))
    expect(await collect(lines.join("\n"), "portions")).toEqual(readWholeLog(lines.join("\n")))
  })

  test("tells entries as soon as the dialect is known, and not at the end", () => {
    const reader = startLog()
    for (let index = 0; index < 30; index++) reader.push(`${JSON.stringify(makeEvent(`e-${index}`))}\n`)
    expect(reader.push(`${JSON.stringify(makeEvent("last"))}\n`)).toHaveLength(1)
    expect(reader.end()).toEqual([])
  })

  test.each([
    ["lines", "", "\n", ""],
    ["a list", "[\n", ",\n", "]"],
    ["one line without end", "", "", ""],
  ])("holds no more of a long log than of a short one: %s", async (how, before, between, after) => {
    const text = "x".repeat(200)
    async function* generate(count: number) {
      yield before
      for (let index = 0; index < count; index++) {
        const event = JSON.stringify({
          ...track,
          messageId: `m-${index}`,
          properties: { product_id: `sku-${index}`, text },
        })
        yield how === "one line without end" ? text : index === 0 ? event : between + event
      }
      yield after
    }
    const highest = async (count: number) => {
      let most = 0
      let seen = 0
      collectGarbage()
      const base = process.memoryUsage().heapUsed
      for await (const entry of readLog(generate(count))) {
        if ("event" in entry) seen++
        if (seen % 5_000 === 1) {
          collectGarbage()
          most = Math.max(most, process.memoryUsage().heapUsed - base)
        }
      }
      collectGarbage()
      if (how !== "one line without end") expect(seen).toBe(count)
      return Math.max(most, process.memoryUsage().heapUsed - base)
    }
    await highest(1_000)
    expect(await highest(30_000)).toBeLessThan((await highest(3_000)) + 6 * 1024 * 1024)
  })
})

function collectGarbage(): void {
  setFlagsFromString("--expose-gc")
  runInNewContext("gc")()
}
