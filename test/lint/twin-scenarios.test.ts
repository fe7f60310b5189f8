import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const find = (one: object, other: object) =>
  findingsOf("twin-scenarios", {
    scenarios: [scenario({ id: "a", ...one }), scenario({ id: "b", ...other })],
  })

it("reports the same trigger, audience and priority, however they are written", () => {
  expect(find({}, {})).toEqual(["warning scenarios[1]"])
  expect(find({ priority: 0 }, {})).toHaveLength(1)
  expect(
    find({ trigger: { event: ["view_item", "login"] } }, { trigger: { event: ["login", "view_item"] } }),
  ).toHaveLength(1)
  expect(find({ trigger: { event: ["login"] } }, { trigger: { event: "login" } })).toHaveLength(1)
  const [seen, bought] = [{ event: "view_item" }, { event: "purchase" }]
  expect(find({ audience: { all: [seen, bought] } }, { audience: { all: [bought, seen] } })).toHaveLength(1)
})

it("is silent where any of them differs", () => {
  expect(find({ priority: 1 }, {})).toEqual([])
  expect(find({ trigger: { event: "login" } }, {})).toEqual([])
  expect(find({ audience: { event: "purchase" } }, {})).toEqual([])
  const [seen, bought] = ["view_item", "purchase"]
  const inOrder = (...sequence: string[]) => ({ audience: { sequence, within: "1d" } })
  expect(find(inOrder(seen, bought), inOrder(bought, seen))).toEqual([])
})
