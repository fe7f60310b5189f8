import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "step-after-goal-window"
const find = (within: string | undefined, ...added: object[]) =>
  findingsOf(code, {
    scenarios: [
      scenario({
        goal: { event: "purchase", ...(within && { within }) },
        steps: [
          { id: "s0", channel: "email" },
          ...added.map((step, index) => ({ id: `s${index + 1}`, channel: "email", ...step })),
        ],
      }),
    ],
  })

it("reports a step that waits for the goal when it can no longer be reached", () => {
  expect(find("3d", { after: "4d", ifNot: "goal" })).toEqual(["warning scenarios[0].steps[1]"])
  expect(find("3d", { after: "2d" }, { after: "2d", ifNot: { step: "s0", outcome: "goal" } })).toEqual([
    "warning scenarios[0].steps[2]",
  ])
})

it("is silent inside the window, up to its last instant", () => {
  expect(find("3d", { after: "3d", ifNot: "goal" })).toEqual([])
  expect(find("3d", { after: "2d" }, { after: "2d", from: "trigger", ifNot: "goal" })).toEqual([])
})

it("is silent about steps with another reason, and goals without end", () => {
  expect(find("3d", { after: "4d", ifNot: "opened" })).toEqual([])
  expect(find("3d", { after: "4d" })).toEqual([])
  expect(find(undefined, { after: "400d", ifNot: "goal" })).toEqual([])
})
