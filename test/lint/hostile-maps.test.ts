import { describe, expect, it } from "vitest"
import { lintMap, scenario } from "./lint-map"

/** More than any test machine needs, far less than a hang. */
const SOON_MS = 60_000

describe("maps that are made to be hard", () => {
  it("conditions that unfold exponentially are given up on, silently", { timeout: SOON_MS }, () => {
    const segments = [
      { id: "s0", when: { any: [{ event: "a" }, { event: "b" }] } },
      ...Array.from({ length: 60 }, (_, index) => ({
        id: `s${index + 1}`,
        when: {
          all: [
            { any: [{ segment: `s${index}` }, { event: `x${index}` }] },
            { any: [{ segment: `s${index}` }, { event: `y${index}`, count: { lte: 3 } }] },
          ],
        },
      })),
    ]
    const found = lintMap({ segments, scenarios: [scenario({ audience: { not: { segment: "s60" } } })] })
    expect(found.filter(({ code }) => code === "segment-never-holds")).toEqual([])
  })

  it("thousands of scenarios, segments and stages", { timeout: SOON_MS }, () => {
    const many = <T>(count: number, make: (index: number) => T) =>
      Array.from({ length: count }, (_, index) => make(index))
    const found = lintMap({
      stages: [{ id: "start" }, ...many(300, (index) => ({ id: `t${index}`, when: { event: `e${index}` } }))],
      segments: many(1_000, (index) => ({ id: `s${index}`, when: { event: "view_item", count: index + 1 } })),
      scenarios: many(2_000, (index) =>
        scenario({ id: `c${index}`, audience: { segment: `s${index % 1_000}` }, priority: index }),
      ),
      caps: many(20, () => ({ max: 3, per: "7d" })),
    })
    expect(found.filter(({ code }) => code === "scenarios-collide-in-cap")).toHaveLength(20)
  })
})
