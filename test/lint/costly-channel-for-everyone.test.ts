import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "costly-channel-for-everyone"
const channels = { email: { cost: 0.1 }, sms: { cost: 3.5 }, courier: { cost: 200 }, chat: { cost: 0.9 } }
const segments = [{ id: "vip", when: { event: "purchase", count: 4 } }]
const find = (added: object, messages: object = {}) =>
  findingsOf(code, { channels, segments, messages, scenarios: [scenario(added)] })
const step = (channel: string, added: object = {}) => ({ steps: [{ id: "a", channel, ...added }] })

it("reports SMS, calls, and what costs as much, without a condition on who gets it", () => {
  expect(find(step("sms"))).toEqual(["note scenarios[0].steps[0]"])
  expect(find(step("courier"))).toHaveLength(1)
})

it("is silent about cheap channels", () => {
  expect(find(step("email"))).toEqual([])
  expect(find(step("chat"))).toEqual([])
})

it("is silent where somebody is chosen: by the step, the audience, or a segment that triggers", () => {
  expect(find(step("sms", { only: { segment: "vip" } }))).toEqual([])
  expect(find({ ...step("sms"), audience: { segment: "vip" } })).toEqual([])
  expect(find({ ...step("sms"), trigger: { enters: { segment: "vip" } } })).toEqual([])
})

it("is silent about service messages, which are owed to everyone", () => {
  const messages = { code: { type: "service" }, promo: { type: "promotional" } }
  expect(find(step("sms", { message: "code" }), messages)).toEqual([])
  expect(find(step("sms", { message: "promo" }), messages)).toHaveLength(1)
})
