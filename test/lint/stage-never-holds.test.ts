import { expect, it } from "vitest"
import { findingsOf } from "./lint-map"

const code = "stage-never-holds"
const stages = (...conditions: object[]) => ({
  stages: [{ id: "start" }, ...conditions.map((when, index) => ({ id: `s${index + 1}`, when }))],
})

it("reports a condition that contradicts itself", () => {
  const never = { all: [{ event: "purchase", within: "7d" }, { not: { event: "purchase", within: "30d" } }] }
  expect(findingsOf(code, stages(never))).toEqual(["warning stages[1].when"])
})

it("reports a stage that later ones take everybody from", () => {
  const twice = { event: "purchase", count: 2, within: "365d" }
  expect(findingsOf(code, stages(twice, { event: "purchase" }))).toEqual(["warning stages[1]"])
  expect(findingsOf(code, stages({ event: "purchase" }, twice))).toEqual([])
})

it("reports a first stage that nobody can be in", () => {
  expect(findingsOf(code, stages({ event: "purchase" }, { not: { event: "purchase" } }))).toEqual([
    "warning stages[0]",
  ])
})

it("is silent about the stages of a shop", () => {
  const shop = stages(
    { event: "view_item", count: 2, within: "7d" },
    { event: "add_to_cart", within: "14d" },
    { event: "purchase" },
    { event: "purchase", count: 2, within: "365d" },
    { inactive: "60d", of: "purchase" },
  )
  expect(findingsOf(code, shop)).toEqual([])
})
