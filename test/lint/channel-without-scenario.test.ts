import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "channel-without-scenario"

it("reports channels that no step uses, at their names", () => {
  const channels = { email: {}, push: {}, messenger: { status: "missing" } }
  expect(findingsOf(code, { channels, scenarios: [scenario()] })).toEqual([
    "note channels.push",
    "note channels.messenger",
  ])
})

it("is silent about channels in use, and about planned ones", () => {
  expect(
    findingsOf(code, { channels: { email: {}, push: { status: "planned" } }, scenarios: [scenario()] }),
  ).toEqual([])
})
