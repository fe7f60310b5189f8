import { expect, it } from "vitest"
import { findingsOf } from "./lint-map"

it("reports a cap of 0, of a channel and over all", () => {
  const channels = {
    email: {
      caps: [
        { max: 2, per: "1d" },
        { max: 0, per: "7d", types: ["promotional"] },
      ],
    },
  }
  expect(findingsOf("cap-of-zero", { channels, caps: [{ max: 0, per: "calendar-day" }] })).toEqual([
    "warning channels.email.caps[1].max",
    "warning caps[0].max",
  ])
})

it("is silent about caps that let something through", () => {
  expect(findingsOf("cap-of-zero", { caps: [{ max: 1, per: "7d" }] })).toEqual([])
})
