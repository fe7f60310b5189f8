import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "consent-nobody-asks-for"
const channels = { email: { consent: "opt-in" }, push: { consent: "opt-in" }, popup: {} }
const base = { channels, scenarios: [scenario()] }

it("reports an opt-in channel in use for which nothing asks", () => {
  expect(findingsOf(code, base)).toEqual(["warning channels.email.consent"])
})

it("is silent where a touchpoint rule, a goal or a trigger asks", () => {
  const rule = {
    event: "consent",
    on: "submit",
    selector: "form",
    props: { marketing: { value: "granted" } },
  }
  expect(findingsOf(code, { ...base, touchpoints: [rule] })).toEqual([])
  const asking = scenario({ id: "ask", steps: [{ id: "a", channel: "popup" }], goal: { event: "consent" } })
  expect(findingsOf(code, { ...base, scenarios: [scenario(), asking] })).toEqual([])
  const trigger = { event: "consent", where: { email: "granted" } }
  expect(findingsOf(code, { ...base, scenarios: [scenario({ trigger })] })).toEqual([])
})

it("reports it where only another channel is asked for", () => {
  const rule = { event: "consent", on: "submit", selector: "form", props: { push: { value: "granted" } } }
  expect(findingsOf(code, { ...base, touchpoints: [rule] })).toHaveLength(1)
})

it("is silent about opt-out, about service messages, and about channels nobody uses", () => {
  expect(findingsOf(code, { channels: { email: { consent: "opt-out" } }, scenarios: [scenario()] })).toEqual(
    [],
  )
  const messages = { code: { type: "service" } }
  const steps = [{ id: "a", channel: "email", message: "code" }]
  expect(findingsOf(code, { channels, messages, scenarios: [scenario({ steps })] })).toEqual([])
})

it("reports a channel whose consent a condition asks for", () => {
  const audience = { consent: "push" }
  const steps = [{ id: "a", channel: "popup" }]
  expect(findingsOf(code, { channels, scenarios: [scenario({ audience, steps })] })).toEqual([
    "warning channels.push.consent",
  ])
})
