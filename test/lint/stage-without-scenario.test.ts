import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "stage-without-scenario"
const stages = [
  { id: "awareness" },
  { id: "consideration", when: { event: "view_item", count: 2, within: "7d" } },
  { id: "intent", when: { event: "add_to_cart", within: "14d" } },
  { id: "purchase", when: { event: "purchase" } },
  { id: "at-risk", when: { inactive: "60d", of: "purchase" } },
]
const unserved = (...scenarios: object[]) =>
  findingsOf(code, {
    stages,
    scenarios: scenarios.map((one, index) => scenario({ id: `s${index}`, ...one })),
  })

const abandonedCart = { trigger: { event: "add_to_cart", without: "purchase", for: "1h" } }

it("reports every stage that an abandoned cart leaves alone", () => {
  expect(unserved(abandonedCart)).toEqual([
    "note stages[0]",
    "note stages[1]",
    "note stages[3]",
    "note stages[4]",
  ])
})

it("is silent about stages that a scenario names", () => {
  const served = unserved(
    abandonedCart,
    { trigger: { enters: { stage: "at-risk" } } },
    { trigger: { event: "login" }, audience: { stage: "consideration" } },
    { trigger: { leaves: { stage: "purchase" } } },
  )
  expect(served).toEqual([])
})

it("does not take an exclusion for a service", () => {
  expect(unserved({ trigger: { event: "login" }, audience: { not: { stage: "at-risk" } } })).toContain(
    "note stages[4]",
  )
})

it("is silent about stages whose events or silence a scenario is about", () => {
  const served = unserved(
    abandonedCart,
    { trigger: { event: "view_item" } },
    { trigger: { event: "purchase" } },
    { trigger: { inactive: "70d", of: "purchase" } },
  )
  expect(served).toEqual([])
})

it("does not count a scenario that cannot start in the stage", () => {
  // After thirty days without a purchase nobody is at risk yet.
  expect(unserved({ trigger: { inactive: "30d", of: "purchase" } })).toContain("note stages[4]")
})

it("is silent where a regular scenario goes to everybody", () => {
  expect(unserved({ trigger: { schedule: "0 10 * * MON" } })).toEqual([])
  expect(unserved({ trigger: { schedule: "0 10 * * MON" }, audience: { stage: "purchase" } })).toHaveLength(4)
})
