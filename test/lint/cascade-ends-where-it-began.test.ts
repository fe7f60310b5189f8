import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "cascade-ends-where-it-began"
const channels = { email: {}, push: {}, sms: {} }
const find = (...steps: object[]) => findingsOf(code, { channels, scenarios: [scenario({ steps })] })
const email = { id: "email", channel: "email" }
const push = { id: "push", channel: "push", ifNot: "opened" }

it("reports a cascade that comes back to its first channel", () => {
  expect(find(email, push, { id: "again", channel: "email", ifNot: "clicked" })).toEqual([
    "note scenarios[0].steps[2].channel",
  ])
  expect(find(email, { id: "again", channel: "email", ifNot: "opened" })).toHaveLength(1)
  expect(
    find(email, push, { id: "again", channel: "email", ifNot: { step: "email", outcome: "opened" } }),
  ).toHaveLength(1)
})

it("is silent about cascades that go on to another channel", () => {
  expect(find(email, push, { id: "sms", channel: "sms", ifNot: "clicked" })).toEqual([])
  // Comes by, and goes on.
  expect(find(email, { ...push, channel: "email" }, { id: "sms", channel: "sms", ifNot: "clicked" })).toEqual(
    [],
  )
})

it("is silent about steps that are no cascade", () => {
  expect(find(email, { id: "second", channel: "email", after: "3d" })).toEqual([])
  expect(find(email, { id: "second", channel: "email", after: "3d", ifNot: "goal" })).toEqual([])
})
