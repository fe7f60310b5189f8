import { expect, it } from "vitest"
import { findingsOf, lintMap } from "./lint-map"

const code = "mix-targets-over-hundred"
const find = (targets: Record<string, string>) => findingsOf(code, { mix: { per: "30d", targets } })

it("reports targets that come to more than the whole", () => {
  const targets = { promotional: "60%", news: "30%", service: "10.5%" }
  expect(find(targets)).toEqual(["warning mix.targets"])
  const [finding] = lintMap({ mix: { per: "30d", targets } }).filter((one) => one.code === code)
  expect(finding?.message).toContain("100.5%")
})

it("is silent about the whole, to the last digit, and about less of it", () => {
  expect(find({ promotional: "33.3%", news: "33.3%", content: "33.4%" })).toEqual([])
  expect(find({ promotional: "0.1%", news: "0.2%", content: "99.7%" })).toEqual([])
  expect(find({ promotional: "40%" })).toEqual([])
  expect(findingsOf(code, { mix: { per: "30d" } })).toEqual([])
  expect(findingsOf(code, {})).toEqual([])
})
