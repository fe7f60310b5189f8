import { expect, it } from "vitest"
import { placeSeen } from "../../extension/worker/mark-seen"
import { loadJourney, minuteMs, noon, tell } from "../panel/journey"

const map = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "M",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { sms: {} },
  scenarios: [
    {
      id: "s",
      trigger: { event: "add_to_cart" },
      steps: [
        { id: "at-once", channel: "sms" },
        { id: "later", channel: "sms", after: "10m", from: "trigger" },
      ],
    },
  ],
})
const CART = noon + 25_000
const place = (step: string, from: number, to = from + minuteMs - 1) => {
  const loaded = loadJourney({ map, events: [tell("add_to_cart", CART)] })
  return placeSeen(loaded, { person: "a-1", seen: { scenario: "s", step, channel: "sms" }, from, to })
}

it("takes a minute in which the step fell due for the due time", () => {
  expect(place("at-once", noon)).toBe(CART)
  expect(place("later", noon + 10 * minuteMs)).toBe(CART + 10 * minuteMs)
})

it("takes a minute in which the run began for its beginning: it cannot have come before", () => {
  expect(place("later", noon)).toBe(CART)
})

it("takes any other minute, and an exact time, as they are said", () => {
  expect(place("at-once", noon + minuteMs)).toBe(noon + minuteMs)
  expect(place("at-once", noon - minuteMs)).toBe(noon - minuteMs)
  expect(place("at-once", noon, noon)).toBe(noon)
})
