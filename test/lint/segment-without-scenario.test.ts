import { expect, it } from "vitest"
import { findingsOf, lintMap, scenario } from "./lint-map"

const code = "segment-without-scenario"
const segments = [
  { id: "vip", when: { event: "purchase", count: 4 } },
  { id: "leaving", when: { inactive: "90d" } },
]

it("reports segments that nobody speaks to", () => {
  expect(findingsOf(code, { segments, scenarios: [scenario()] })).toEqual([
    "note segments[0]",
    "note segments[1]",
  ])
})

it("reports one that is only left out, and says so", () => {
  const scenarios = [scenario({ audience: { all: [{ segment: "vip" }, { not: { segment: "leaving" } }] } })]
  const found = lintMap({ segments, scenarios }).filter((finding) => finding.code === code)
  expect(found.map(({ path }) => path)).toEqual(["segments[1]"])
  expect(found[0]?.message).toContain("only leave")
})

it("is silent about segments in triggers, audiences, steps, and inside other segments", () => {
  const nested = [...segments, { id: "both", when: { all: [{ segment: "vip" }, { segment: "leaving" }] } }]
  expect(
    findingsOf(code, { segments: nested, scenarios: [scenario({ audience: { segment: "both" } })] }),
  ).toEqual([])
  const trigger = { enters: { segment: "leaving" } }
  const steps = [{ id: "a", channel: "email", only: { segment: "vip" } }]
  expect(findingsOf(code, { segments, scenarios: [scenario({ trigger, steps })] })).toEqual([])
  expect(
    findingsOf(code, { segments, scenarios: [scenario({ audience: { not: { not: { segment: "vip" } } } })] }),
  ).toEqual(["note segments[1]"])
})
