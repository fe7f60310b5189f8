import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "quiet-leaves-no-minute"
const channels = (on: string) => ({ sms: { quiet: { from: "21:00", to: "09:00", on } }, email: {} })
const at = (time: string, channel = "sms") => [scenario({ steps: [{ id: "a", channel, at: time }] })]

it("reports a time in the quiet hours, whether they defer or skip", () => {
  for (const on of ["defer", "skip"]) {
    expect(findingsOf(code, { channels: channels(on), scenarios: at("22:00") })).toEqual([
      "warning scenarios[0].steps[0].at",
    ])
    expect(findingsOf(code, { channels: channels(on), scenarios: at("21:00") })).toHaveLength(1)
  }
})

it("knows quiet hours that do not pass midnight", () => {
  const noon = { sms: { quiet: { from: "12:00", to: "14:00" } } }
  expect(findingsOf(code, { channels: noon, scenarios: at("13:59") })).toHaveLength(1)
  expect(findingsOf(code, { channels: noon, scenarios: at("14:00") })).toEqual([])
})

it("is silent about times outside, and about channels without quiet hours", () => {
  expect(findingsOf(code, { channels: channels("defer"), scenarios: at("09:00") })).toEqual([])
  expect(findingsOf(code, { channels: channels("defer"), scenarios: at("22:00", "email") })).toEqual([])
})

it("reports a trigger whose every time is skipped", () => {
  const steps = [{ id: "a", channel: "sms" }]
  const late = { schedule: "0,30 22-23 * * *", zone: "person" }
  const find = (trigger: object, on = "skip", added: object = {}) =>
    findingsOf(code, {
      channels: channels(on),
      scenarios: [scenario({ trigger, steps: [{ ...steps[0], ...added }] })],
    })
  expect(find(late)).toEqual(["warning scenarios[0].steps[0]"])
  expect(find({ date: "birthday", at: "08:00", offset: "-3d" })).toHaveLength(1)
  expect(find(late, "defer")).toEqual([])
  expect(find({ ...late, zone: "map" })).toEqual([])
  expect(find({ schedule: "0 20-23 * * *", zone: "person" })).toEqual([])
  expect(find(late, "skip", { after: "12h" })).toEqual([])
  expect(find({ date: "birthday", at: "08:00", offset: "2h" })).toEqual([])
  expect(find({ date: "birthday" })).toEqual([])
  expect(find({ event: "add_to_cart" })).toEqual([])
})
