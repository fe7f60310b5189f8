import { describe, expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "only-excludes-audience"
const segments = [
  { id: "vip", when: { sum: "value", of: "purchase", within: "365d", gte: 50000 } },
  { id: "newcomer", when: { not: { event: "purchase" } } },
]
const step = (added: object) => ({ id: "email", channel: "email", ...added })
const one = (added: object) =>
  findingsOf(code, { segments, scenarios: [scenario({ goal: undefined, ...added })] })

describe("at the trigger itself", () => {
  it("reports a segment and its opposite, and what follows from definitions", () => {
    const only = { not: { segment: "vip" } }
    expect(one({ audience: { segment: "vip" }, steps: [step({ only })] })).toEqual([
      "warning scenarios[0].steps[0].only",
    ])
    expect(
      one({ audience: { segment: "newcomer" }, steps: [step({ only: { segment: "vip" } })] }),
    ).toHaveLength(1)
  })

  it("reports what the trigger alone excludes", () => {
    expect(one({ steps: [step({ only: { inactive: "1d" } })] })).toHaveLength(1)
  })

  it("is silent where both can hold", () => {
    const audience = { any: [{ segment: "vip" }, { segment: "newcomer" }] }
    expect(one({ audience, steps: [step({ only: { segment: "vip" } })] })).toEqual([])
    expect(
      one({ audience: { segment: "vip" }, steps: [step({ only: { event: "purchase", count: 2 } })] }),
    ).toEqual([])
  })

  it("leaves a scenario that cannot start at all to the rule for that", () => {
    expect(one({ audience: { inactive: "9d" }, steps: [step({ only: { segment: "vip" } })] })).toEqual([])
  })
})

describe("at a later step", () => {
  const later = (only: object) => [step({}), { id: "later", after: "1d", channel: "email", only }]

  it("reports what has happened and can never not have happened", () => {
    const audience = { event: "purchase" }
    expect(one({ audience, steps: later({ segment: "newcomer" }) })).toEqual([
      "warning scenarios[0].steps[1].only",
    ])
  })

  it("reports what would have ended the run: its goal, or an exit", () => {
    const audience = { segment: "newcomer" }
    const only = { segment: "vip" }
    expect(one({ audience, goal: { event: "purchase" }, steps: later(only) })[0]).toMatch(/^warning/)
    expect(one({ audience, exit: "purchase", steps: later(only) })[0]).toMatch(/^warning/)
  })

  it("only notes what a person may still do in between", () => {
    const audience = { segment: "newcomer" }
    const steps = later({ segment: "vip" })
    expect(one({ audience, steps })[0]).toMatch(/^note/)
    expect(one({ audience, goal: { event: "purchase" }, continueAfterGoal: true, steps })[0]).toMatch(/^note/)
    expect(one({ audience, goal: { event: "purchase", within: "1h" }, steps })[0]).toMatch(/^note/)
  })

  it("notes traits that would have to change", () => {
    const audience = { trait: "tier", eq: "gold" }
    expect(one({ audience, steps: later({ trait: "tier", eq: "silver" }) })[0]).toMatch(/^note/)
    expect(one({ audience, steps: later({ trait: "tier", ne: "silver" }) })).toEqual([])
  })

  it("is silent where time alone makes the difference", () => {
    const audience = { event: "add_to_cart", within: "1h" }
    expect(one({ audience, steps: later({ not: { event: "add_to_cart", within: "1h" } }) })).toEqual([])
    expect(one({ steps: later({ inactive: "12h" }) })).toEqual([])
  })
})

it("reports a `continueIf` that lets no step through", () => {
  const continueIf = { not: { event: "add_to_cart" } }
  expect(one({ continueIf })).toEqual(["warning scenarios[0].continueIf"])
  expect(one({ continueIf: { not: { event: "complaint" } } })).toEqual([])
  expect(
    one({ continueIf: { inactive: "1h" }, steps: [step({}), { id: "b", after: "2h", channel: "email" }] }),
  ).toEqual([])
})
