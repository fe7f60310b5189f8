import "../property-seed"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { audit } from "../../shared/engine/journey"
import { parseEvent } from "../../shared/event"
import { parseMap } from "../../shared/map/parse-map"
import { readRichMap } from "./rich-map"
import { instant, mapOf, scenarioOf } from "./story"

const SEED = 20_260_302

const odd = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: false }),
  fc.constantFrom(
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e308,
    -0,
    "\ud800",
    "__proto__",
    "",
    8.64e15,
    "+275760-09-13T00:00:00Z",
  ),
)

/** An event of the right shape with odd parts. */
const anyOddEvent = fc.record(
  {
    id: fc.oneof(fc.string(), odd),
    name: fc.oneof(
      fc.constantFrom("view_item", "purchase", "identify", "consent", "message_sent", "message_bounced"),
      odd,
    ),
    at: fc.oneof(fc.integer({ min: 0, max: 2e12 }), odd),
    person: fc.oneof(fc.constantFrom("p", "__proto__", "toString"), odd),
    user: fc.oneof(fc.constantFrom("u", "constructor"), odd),
    props: fc.oneof(
      fc.dictionary(
        fc.constantFrom(
          "channel",
          "timezone",
          "birthday",
          "value",
          "items",
          "provider_id",
          "email",
          "toString",
        ),
        odd,
      ),
      odd,
    ),
    gesture: odd,
    page: odd,
  },
  { requiredKeys: ["name", "at", "person"] },
)

describe("hostile input", () => {
  it("events give an event or a reason, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(anyOddEvent, odd), (value) => {
        const parsed = parseEvent(value, 7)
        expect("event" in parsed || parsed.reason.length > 0).toBe(true)
      }),
      { seed: SEED, numRuns: 2_000 },
    )
  })

  it("odd events never crash the engine, and its result is JSON", () => {
    const map = readRichMap()
    // Years of half-hours have nothing to do with being odd.
    const sections = { ...map, scenarios: map.scenarios?.filter(({ id }) => id !== "hourly") }
    fc.assert(
      fc.property(fc.array(anyOddEvent, { maxLength: 15 }), (values) => {
        const events = values.flatMap((value, index) => {
          const parsed = parseEvent(value, index + 1)
          return "event" in parsed ? [parsed.event] : []
        })
        const result = audit(sections, events, { now: instant("2033-01-01T00:00:00Z"), coverage: "complete" })
        expect(JSON.parse(JSON.stringify(result))).toEqual(result)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })

  it("texts give a map or problems with places, whatever they are", () => {
    const whole = JSON.stringify(mapOf(scenarioOf([{ id: "a", channel: "email" }])))
    const broken = fc
      .tuple(fc.nat(whole.length), fc.nat(8), fc.string({ maxLength: 8 }))
      .map(([at, cut, put]) => whole.slice(0, at) + put + whole.slice(at + cut))
    fc.assert(
      fc.property(fc.oneof(broken, fc.string(), fc.json()), (text) => {
        const { map, problems } = parseMap(text)
        expect(map === null).toBe(problems.length > 0)
        for (const { line, column, message } of problems)
          expect([line > 0, column > 0, message !== ""]).toEqual([true, true, true])
      }),
      { seed: SEED, numRuns: 1_000 },
    )
  })

  it("ten thousand scenarios are folded", () => {
    const scenarios = Array.from({ length: 10_000 }, (_, index) => ({
      id: `s${index}`,
      trigger: { event: `go${index}` },
      steps: [{ id: "a", channel: "email" }],
    }))
    const event = { id: "e", name: "go5", at: instant("10:00"), person: "p", source: "t" }
    const result = audit(mapOf({ scenarios }), [event], { now: instant("12:00"), coverage: "complete" })
    expect(result.people[0]?.runs).toHaveLength(1)
    expect(result.people[0]?.whyNot).toHaveLength(9_999)
  })

  it("a pattern of stars takes no time on a long text", () => {
    const where = { v: { matches: `${"*a".repeat(40)}*b` } }
    const map = mapOf({ segments: [{ id: "x", when: { event: "x", where } }] })
    const event = {
      id: "e",
      name: "x",
      at: instant("10:00"),
      person: "p",
      source: "t",
      props: { v: "a".repeat(60_000) },
    }
    expect(audit(map, [event], { now: instant("12:00"), coverage: "complete" }).people[0]?.segments).toEqual(
      [],
    )
  })
})
