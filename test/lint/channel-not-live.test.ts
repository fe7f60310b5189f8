import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const steps = [
  { id: "email", channel: "email" },
  { id: "push", channel: "push", ifNot: "opened" },
  { id: "chat", channel: "messenger", ifNot: "opened" },
]

it("reports steps over channels that are missing or planned", () => {
  const channels = { email: {}, push: { status: "planned" }, messenger: { status: "missing" } }
  expect(findingsOf("channel-not-live", { channels, scenarios: [scenario({ steps })] })).toEqual([
    "warning scenarios[0].steps[1].channel",
    "warning scenarios[0].steps[2].channel",
  ])
})

it("is silent about live channels, by default or by word", () => {
  const channels = { email: {}, push: { status: "live" }, messenger: {} }
  expect(findingsOf("channel-not-live", { channels, scenarios: [scenario({ steps })] })).toEqual([])
})

it("is silent about a missing channel that no step uses", () => {
  const channels = { email: {}, push: { status: "missing" } }
  expect(findingsOf("channel-not-live", { channels, scenarios: [scenario()] })).toEqual([])
})
