import { expect, it } from "vitest"
import { findingsOf, lintMap, scenario } from "./lint-map"

const code = "event-nobody-produces"

it("reports trigger events that nobody can produce, at each name", () => {
  const trigger = {
    any: [
      { event: ["add_to_card", "view_item"] },
      { event: "view_item", without: ["purchase", "order_paid"], for: "1h" },
      { inactive: "30d", of: "gym_visit" },
    ],
  }
  expect(findingsOf(code, { scenarios: [scenario({ trigger })] })).toEqual([
    "warning scenarios[0].trigger.any[0].event[0]",
    "warning scenarios[0].trigger.any[1].without[1]",
    "warning scenarios[0].trigger.any[2].of",
  ])
})

it("proposes the nearest event", () => {
  const [finding] = lintMap({ scenarios: [scenario({ trigger: { event: "add_to_card" } })] }).filter(
    (one) => one.code === code,
  )
  expect(finding?.proposal).toContain("Did you mean “add_to_cart”?")
})

it("is silent about events of the field, of the recorder, of connectors, and of the site's own rules", () => {
  const touchpoints = [{ event: "gym_visit", on: "data-layer", name: "visit" }]
  const events = ["purchase", "form_start", "message_opened", "rage_click", "nps", "consent", "gym_visit"]
  const scenarios = events.map((event) => scenario({ id: event, trigger: { event } }))
  expect(findingsOf(code, { touchpoints, scenarios })).toEqual([])
})

it("is silent about triggers without events", () => {
  const scenarios = [
    scenario({ id: "a", trigger: { schedule: "0 10 * * *" } }),
    scenario({ id: "b", trigger: { date: "birthday" } }),
    scenario({ id: "c", trigger: { inactive: "3d" } }),
    scenario({ id: "d", trigger: { goal: "a" } }),
  ]
  expect(findingsOf(code, { scenarios })).toEqual([])
})
