import { expect, it } from "vitest"
import { findingsOf, lintMap, scenario } from "./lint-map"

const code = "scenarios-collide-in-cap"
const messages = { promo: { type: "promotional" }, code: { type: "service" } }
const step = (id: string, added: object = {}) => ({ id, channel: "email", message: "promo", ...added })
const two = [scenario({ id: "a", steps: [step("x")] }), scenario({ id: "b", steps: [step("x")] })]
const capped = (cap: object) => ({ email: { caps: [{ per: "7d", ...cap }] }, push: {} })

it("reports scenarios that together plan more than a cap allows, and names them", () => {
  const map = { messages, channels: capped({ max: 1 }), scenarios: two }
  expect(findingsOf(code, map)).toEqual(["warning channels.email.caps[0]"])
  const [finding] = lintMap(map).filter((one) => one.code === code)
  expect(finding?.message).toContain("“a”, “b”")
})

it("reports one scenario that does so by itself, and caps over all channels", () => {
  const steps = [step("x"), step("y", { channel: "push", after: "1d" })]
  const caps = [{ max: 1, per: "calendar-week" }]
  expect(
    findingsOf(code, { messages, channels: { email: {}, push: {} }, caps, scenarios: [scenario({ steps })] }),
  ).toEqual(["warning caps[0]"])
})

it("counts how often a schedule fires", () => {
  const daily = scenario({ trigger: { schedule: "0 10 * * *" }, steps: [step("x")] })
  const weekly = scenario({ trigger: { schedule: "0 10 * * MON" }, steps: [step("x")] })
  const paused = scenario({
    trigger: { schedule: "0 10 * * *" },
    reentry: { after: "7d" },
    steps: [step("x")],
  })
  expect(findingsOf(code, { messages, channels: capped({ max: 3 }), scenarios: [daily] })).toHaveLength(1)
  expect(findingsOf(code, { messages, channels: capped({ max: 1 }), scenarios: [weekly] })).toEqual([])
  expect(findingsOf(code, { messages, channels: capped({ max: 1 }), scenarios: [paused] })).toEqual([])
})

it("is silent within the cap, over time, and for other types and channels", () => {
  const find = (cap: object, scenarios: object[]) =>
    findingsOf(code, { messages, channels: capped(cap), scenarios })
  expect(find({ max: 2 }, two)).toEqual([])
  expect(find({ max: 1 }, [scenario({ steps: [step("x"), step("y", { after: "7d" })] })])).toEqual([])
  expect(find({ max: 1, types: ["news"] }, two)).toEqual([])
  const service = [scenario({ id: "a", steps: [step("x", { message: "code" })] }), two[1] as object]
  expect(find({ max: 1 }, service)).toEqual([])
  const push = [scenario({ id: "a", steps: [step("x", { channel: "push" })] }), two[1] as object]
  expect(find({ max: 1 }, push)).toEqual([])
})

it("is silent about scenarios that never concern the same person", () => {
  const segments = [{ id: "vip", when: { event: "purchase", count: 4 } }]
  const apart = [
    scenario({ id: "a", audience: { segment: "vip" }, steps: [step("x")] }),
    scenario({ id: "b", audience: { not: { segment: "vip" } }, steps: [step("x")] }),
  ]
  expect(findingsOf(code, { segments, messages, channels: capped({ max: 1 }), scenarios: apart })).toEqual([])
})

it("leaves a cap of 0 to the rule for that", () => {
  expect(findingsOf(code, { messages, channels: capped({ max: 0 }), scenarios: two })).toEqual([])
})
