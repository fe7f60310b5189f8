import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

it("reports a scenario without a goal", () => {
  const scenarios = [scenario({ id: "a" }), scenario({ id: "b", goal: undefined })]
  expect(findingsOf("scenario-without-goal", { scenarios })).toEqual(["note scenarios[1]"])
})

it("is silent about goals in any form", () => {
  const goals = ["purchase", { event: "purchase", within: "1d" }, ["purchase", { event: "login" }]]
  const scenarios = goals.map((goal, index) => scenario({ id: `s${index}`, goal }))
  expect(findingsOf("scenario-without-goal", { scenarios })).toEqual([])
})
