import { describe, expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "scenario-never-starts"
const one = (added: object) => ({ scenarios: [scenario(added)] })

describe("an audience that cannot hold at the trigger", () => {
  it("is reported for an event that has just happened", () => {
    expect(findingsOf(code, one({ audience: { inactive: "90d" } }))).toEqual([
      "warning scenarios[0].audience",
    ])
    expect(findingsOf(code, one({ audience: { not: { event: "add_to_cart" } } }))).toHaveLength(1)
  })

  it("is reported for an event whose absence has just been noted", () => {
    const trigger = { event: "add_to_cart", without: "purchase", for: "1h" }
    expect(findingsOf(code, one({ trigger, audience: { event: "purchase", within: "30m" } }))).toHaveLength(1)
    expect(
      findingsOf(code, one({ trigger, audience: { event: "add_to_cart", within: "59m" } })),
    ).toHaveLength(1)
  })

  it("is not reported where it can: at the anchor itself, before it, or for another key", () => {
    const trigger = { event: "add_to_cart", without: "purchase", for: "1h" }
    expect(findingsOf(code, one({ trigger, audience: { event: "add_to_cart", within: "1h" } }))).toEqual([])
    expect(findingsOf(code, one({ trigger, audience: { event: "purchase", within: "61m" } }))).toEqual([])
    const perCart = { ...trigger, per: "cart_id" }
    expect(
      findingsOf(code, one({ trigger: perCart, audience: { event: "purchase", within: "30m" } })),
    ).toEqual([])
    const first = { ...trigger, restart: false }
    expect(
      findingsOf(code, one({ trigger: first, audience: { event: "add_to_cart", within: "59m" } })),
    ).toEqual([])
  })

  it("is not reported where one of several triggers lets it hold", () => {
    const trigger = { any: [{ event: "add_to_cart" }, { inactive: "90d" }] }
    expect(findingsOf(code, one({ trigger, audience: { inactive: "90d" } }))).toEqual([])
  })
})

describe("a trigger that cannot fire", () => {
  it("is reported where it waits for a goal that is not there", () => {
    const scenarios = [scenario({ id: "first", goal: undefined }), scenario({ trigger: { goal: "first" } })]
    expect(findingsOf(code, { scenarios })).toEqual(["warning scenarios[1].trigger"])
  })

  it("is reported where scenarios wait for each other's goals, or for their own", () => {
    const scenarios = [
      scenario({ id: "self", trigger: { goal: "self" } }),
      scenario({ id: "one", trigger: { goal: "two" } }),
      scenario({ id: "two", trigger: { goal: "one" } }),
      scenario({ id: "after", trigger: { goal: "two" } }),
      scenario({ id: "free", trigger: { any: [{ goal: "free" }, { event: "add_to_cart" }] } }),
      scenario({ id: "chain", trigger: { goal: "free" } }),
    ]
    expect(findingsOf(code, { scenarios })).toEqual(
      [0, 1, 2, 3].map((index) => `warning scenarios[${index}].trigger`),
    )
  })

  it("is reported for a day that no month has", () => {
    expect(findingsOf(code, one({ trigger: { schedule: "0 10 30 2 *" } }))).toEqual([
      "warning scenarios[0].trigger",
    ])
    expect(findingsOf(code, one({ trigger: { schedule: "0 10 29 2 *" } }))).toEqual([])
    expect(findingsOf(code, one({ trigger: { schedule: "0 10 30 2 MON" } }))).toEqual([])
  })

  it("is reported where it waits for an event whose filter contradicts itself", () => {
    const trigger = { event: "add_to_cart", where: { price: { gt: 100, lt: 50 } } }
    expect(findingsOf(code, one({ trigger }))).toHaveLength(1)
  })

  it("is reported for a segment that nobody can enter", () => {
    const segments = [{ id: "none", when: { event: "purchase", count: { gte: 3, lte: 2 } } }]
    expect(findingsOf(code, { segments, ...one({ trigger: { enters: { segment: "none" } } }) })).toHaveLength(
      1,
    )
  })

  it("is not reported for leaving a segment, a date, a schedule, a goal", () => {
    const segments = [{ id: "buyer", when: { event: "purchase", within: "30d" } }]
    const triggers = [
      { leaves: { segment: "buyer" } },
      { date: "birthday" },
      { schedule: "0 10 * * MON" },
      { goal: "s0" },
      { enters: { stage: "start" } },
    ]
    const scenarios = triggers.map((trigger, index) => scenario({ id: `s${index}`, trigger }))
    expect(findingsOf(code, { segments, scenarios })).toEqual([])
  })
})
