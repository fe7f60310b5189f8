import { describe, expect, it } from "vitest"
import { findingsOf } from "./lint-map"

/** Whether the linter says that a segment with this condition stays empty. */
function isEmpty(when: object, others: object[] = []): boolean {
  const stages = [{ id: "start" }, { id: "buyer", when: { event: "purchase" } }]
  const channels = { email: { consent: "opt-in" }, popup: {} }
  const found = findingsOf("segment-never-holds", {
    stages,
    channels,
    segments: [{ id: "it", when }, ...others],
  })
  return found.includes("warning segments[0].when")
}

const all = (...conditions: object[]) => ({ all: conditions })
const none = (condition: object) => ({ not: condition })

describe("counts", () => {
  it("of the same events in windows that contain one another", () => {
    expect(isEmpty(all({ event: "a", within: "7d" }, { event: "a", within: "30d", count: 0 }))).toBe(true)
    expect(isEmpty(all({ event: "a", within: "30d" }, { event: "a", within: "7d", count: 0 }))).toBe(false)
    expect(isEmpty(all({ event: "a" }, { event: "a", within: "30d", count: 0 }))).toBe(false)
  })

  it("of comparisons that leave no number", () => {
    expect(isEmpty({ event: "a", count: { gte: 3, lte: 2 } })).toBe(true)
    expect(isEmpty({ event: "a", count: { gt: 2, lt: 3 } })).toBe(true)
    expect(isEmpty({ event: "a", count: { eq: 2.5 } })).toBe(true)
    expect(isEmpty({ event: "a", count: { lt: 0 } })).toBe(true)
    expect(isEmpty(all({ event: "a", count: { gte: 2, lte: 2 } }, { event: "a", count: { ne: 2 } }))).toBe(
      true,
    )
    expect(isEmpty({ event: "a", count: { gte: 2, lte: 2 } })).toBe(false)
    expect(isEmpty({ event: "a", count: { ne: 2.5 } })).toBe(false)
    expect(isEmpty(none({ event: "a", count: { gte: 1, lte: 3 } }))).toBe(false)
    expect(isEmpty(none({ event: "a", count: { gte: 0 } }))).toBe(true)
  })

  it("of several names that are each excluded", () => {
    expect(isEmpty(all({ event: ["a", "b"] }, none({ event: "a" }), none({ event: "b" })))).toBe(true)
    expect(
      isEmpty(all({ event: ["a", "b"], count: 3 }, { event: "a", count: { lte: 1 } }, none({ event: "b" }))),
    ).toBe(true)
    expect(isEmpty(all({ event: ["a", "b"] }, none({ event: "a" })))).toBe(false)
    expect(isEmpty(all({ event: "a" }, { event: ["a", "b"], count: 0 }))).toBe(true)
  })

  it("of filters that imply one another", () => {
    const dear = { event: "a", where: { price: { gte: 1000 } } }
    const cheap = { event: "a", where: { price: { gte: 100 } } }
    expect(isEmpty(all(dear, none(cheap)))).toBe(true)
    expect(isEmpty(all(dear, none({ event: "a" })))).toBe(true)
    expect(isEmpty(all(cheap, none(dear)))).toBe(false)
    expect(
      isEmpty(
        all({ event: "a", where: { id: "x" } }, none({ event: "a", where: { id: { in: ["x", "y"] } } })),
      ),
    ).toBe(true)
    expect(isEmpty(all({ event: "a", where: { id: "x" } }, none({ event: "a", where: { id: "y" } })))).toBe(
      false,
    )
    expect(
      isEmpty(
        all(
          { event: "a", where: { url: { matches: "*x*" } } },
          none({ event: "a", where: { url: { matches: "*" } } }),
        ),
      ),
    ).toBe(false)
  })

  it("of filters that contradict themselves", () => {
    expect(isEmpty({ event: "a", where: { price: { gt: 10, lt: 5 } } })).toBe(true)
    expect(isEmpty({ event: "a", where: { price: { gte: 10, starts: "x" } } })).toBe(true)
    expect(isEmpty({ event: "a", where: { id: { in: [] } } })).toBe(true)
    expect(isEmpty({ event: "a", where: { id: { exists: false, eq: 1 } } })).toBe(true)
    expect(isEmpty({ event: "a", where: { price: { gte: 5, lte: 5 } } })).toBe(false)
    expect(isEmpty(none({ event: "a", where: { price: { gt: 10, lt: 5 } } }))).toBe(false)
  })
})

describe("silence", () => {
  it("excludes events since", () => {
    expect(isEmpty(all({ inactive: "90d" }, { event: "view_item", within: "30d" }))).toBe(true)
    expect(isEmpty(all({ inactive: "90d" }, none({ event: "view_item", within: "30d" })))).toBe(false)
    expect(isEmpty(all({ inactive: "90d" }, { event: "view_item", within: "90d" }))).toBe(false)
    expect(isEmpty(all({ inactive: "90d" }, { event: "message_sent", within: "1d" }))).toBe(false)
    expect(isEmpty(all({ inactive: "90d", of: "purchase" }, { event: "view_item", within: "1d" }))).toBe(
      false,
    )
  })

  it("needs one event at least", () => {
    expect(isEmpty(all({ inactive: "90d", of: "purchase" }, none({ event: "purchase" })))).toBe(true)
    expect(isEmpty(all({ inactive: "30d" }, none({ inactive: "20d" })))).toBe(true)
    expect(isEmpty(all({ inactive: "20d" }, none({ inactive: "30d" })))).toBe(false)
  })
})

describe("sums", () => {
  it("exclude each other over the same events only", () => {
    const sum = (compared: object, within = "365d") => ({ sum: "value", of: "purchase", within, ...compared })
    expect(isEmpty(all(sum({ gte: 100 }), sum({ lt: 50 })))).toBe(true)
    expect(isEmpty(all(sum({ gte: 100 }), none(sum({ gt: 99 }))))).toBe(true)
    expect(isEmpty(all(sum({ gte: 100 }), sum({ lt: 50 }, "30d")))).toBe(false)
    expect(isEmpty(all(sum({ gte: 100 }), none({ event: "purchase" })))).toBe(true)
    expect(isEmpty(all(sum({ lte: 100 }), none({ event: "purchase" })))).toBe(false)
  })
})

describe("traits", () => {
  const tier = (compared: object) => ({ trait: "tier", ...compared })
  it("have one value", () => {
    expect(isEmpty(all(tier({ eq: "gold" }), tier({ eq: "silver" })))).toBe(true)
    expect(isEmpty(all(tier({ eq: "gold" }), none(tier({ in: ["gold", "silver"] }))))).toBe(true)
    expect(isEmpty(all(tier({ gte: 3 }), tier({ eq: "gold" })))).toBe(true)
    expect(isEmpty(all(tier({ exists: false }), tier({ ne: "gold" })))).toBe(true)
    expect(isEmpty(all(none(tier({ eq: "gold" })), none(tier({ ne: "gold" }))))).toBe(false)
    expect(isEmpty(all(tier({ in: ["gold", "silver"] }), tier({ ne: "gold" })))).toBe(false)
  })

  it("may be lists where the map says so", () => {
    const both = all({ trait: "likes", eq: "tea" }, { trait: "likes", eq: "coffee" })
    expect(isEmpty(both)).toBe(true)
    expect(isEmpty(both, [{ id: "list", when: { trait: "likes", contains: "tea" } }])).toBe(false)
  })

  it("that have been so for long are so now, not the other way round", () => {
    expect(isEmpty(all(tier({ eq: "gold", for: "30d" }), none(tier({ eq: "gold" }))))).toBe(true)
    expect(isEmpty(all(tier({ eq: "gold", for: "30d" }), none(tier({ eq: "gold", for: "7d" }))))).toBe(true)
    expect(isEmpty(all(tier({ eq: "gold" }), none(tier({ eq: "gold", for: "30d" }))))).toBe(false)
  })
})

describe("membership, consent, reach, sequences", () => {
  it("are followed to what they mean", () => {
    expect(isEmpty(all({ stage: "start" }, { event: "purchase" }))).toBe(true)
    expect(isEmpty(all(none({ stage: "buyer" }), { event: "purchase" }))).toBe(true)
    expect(isEmpty(all({ stage: "buyer" }, { stage: "start" }))).toBe(true)
    const loyal = { id: "loyal", when: { event: "purchase", count: 3 } }
    expect(isEmpty(all({ segment: "loyal" }, { event: "purchase", count: { lt: 3 } }), [loyal])).toBe(true)
    expect(isEmpty(all({ segment: "loyal" }, { stage: "buyer" }), [loyal])).toBe(false)
  })

  it("contradict only themselves", () => {
    expect(isEmpty(all({ consent: "email" }, none({ consent: "email" })))).toBe(true)
    expect(isEmpty(none({ consent: "popup" }))).toBe(true)
    expect(isEmpty(none({ consent: "email" }))).toBe(false)
    expect(isEmpty(all({ reachable: "email" }, none({ reachable: "email" })))).toBe(true)
    expect(isEmpty(all({ reachable: "email" }, none({ consent: "email" })))).toBe(false)
  })

  it("need as many events as they have parts", () => {
    const path = { sequence: ["view_item", "add_to_cart", "view_item"], within: "1d" }
    expect(isEmpty(all(path, none({ event: "add_to_cart" })))).toBe(true)
    expect(isEmpty(all(path, { event: "view_item", count: { lte: 1 } }))).toBe(true)
    expect(isEmpty(all(path, { event: "view_item", count: { lte: 2 } }))).toBe(false)
    expect(isEmpty(all(none(path), { event: "add_to_cart" }))).toBe(false)
  })
})

it("looks at every way of `any` before it says never", () => {
  const ways = { any: [all({ event: "a" }, none({ event: "a" })), all({ event: "b" }, none({ event: "b" }))] }
  expect(isEmpty(ways)).toBe(true)
  expect(isEmpty({ any: [ways, { event: "c" }] })).toBe(false)
  expect(
    isEmpty(all({ any: [{ event: "a" }, { event: "b" }] }, none({ event: "a" }), none({ event: "b" }))),
  ).toBe(true)
  expect(isEmpty(none({ any: [{ event: "a" }, none({ event: "a" })] }))).toBe(true)
})
