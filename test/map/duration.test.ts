import { describe, expect, it } from "vitest"
import { parseDuration } from "../../shared/map/duration"

describe("a duration", () => {
  it.each([
    ["90s", 90_000],
    ["15m", 900_000],
    ["1h", 3_600_000],
    ["7d", 604_800_000],
    ["2w", 1_209_600_000],
    ["1.5h", 5_400_000],
    ["0s", 0],
    ["PT15M", 900_000],
    ["P7D", 604_800_000],
    ["P2W", 1_209_600_000],
    ["P3DT5M", 259_500_000],
    ["PT0.5S", 500],
  ])("%s is %i ms", (text, ms) => {
    expect(parseDuration(text)).toBe(ms)
  })

  it.each([
    "",
    "7",
    "d",
    "7 d",
    "7D",
    "-1h",
    "P",
    "PT",
    "P1Y",
    "P1M",
    "1h30m",
    "1e3s",
    "99999999999d",
    "P1DT",
  ])("%s is none", (text) => {
    expect(parseDuration(text)).toBeNull()
  })

  it("may be signed where it is an offset", () => {
    expect(parseDuration("-3d", { signed: true })).toBe(-259_200_000)
    expect(parseDuration("+2h", { signed: true })).toBe(7_200_000)
    expect(parseDuration("-P1D", { signed: true })).toBe(-86_400_000)
  })
})
