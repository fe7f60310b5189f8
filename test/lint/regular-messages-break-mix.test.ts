import { expect, it } from "vitest"
import { findingsOf, scenario } from "./lint-map"

const code = "regular-messages-break-mix"
const messages = { promo: { type: "promotional" }, news: { type: "news" } }
const segments = [{ id: "vip", when: { event: "purchase", count: 4 } }]
const regular = (id: string, schedule: string, message: string, added: object = {}) =>
  scenario({ id, trigger: { schedule }, steps: [{ id: "x", channel: "email", message }], ...added })
const find = (mix: object, ...scenarios: object[]) => findingsOf(code, { messages, segments, mix, scenarios })

const targets = { per: "30d", targets: { promotional: "40%", news: "60%" }, tolerance: "10%" }

it("reports a type that schedules alone send too much of", () => {
  expect(find(targets, regular("a", "0 10 * * MON,WED,FRI", "promo"))).toEqual([
    "warning mix.targets.promotional",
  ])
})

it("is silent where schedules keep the proportions, or send too little to judge", () => {
  const balanced = [regular("a", "0 10 * * MON,WED", "promo"), regular("b", "0 12 * * TUE,THU,SAT", "news")]
  expect(find(targets, ...balanced)).toEqual([])
  expect(find(targets, regular("a", "0 10 * * MON", "promo"))).toEqual([])
})

it("does not count what behaviour triggers", () => {
  const scenarios = Array.from({ length: 12 }, (_, index) =>
    scenario({ id: `s${index}`, steps: [{ id: "x", channel: "email", message: "promo" }] }),
  )
  expect(find(targets, ...scenarios)).toEqual([])
})

it("reports a volume that schedules alone exceed, for those whom the entry is for", () => {
  const volume = { per: "30d", volume: [{ segment: "vip", max: 20 }, { max: 8 }] }
  const daily = (audience?: object) =>
    regular("a", "0 10 * * MON,WED,FRI", "news", audience ? { audience } : {})
  expect(find(volume, daily())).toEqual(["warning mix.volume[1].max"])
  expect(find(volume, daily({ segment: "vip" }))).toEqual([])
  expect(find({ per: "30d", volume: [{ max: 20 }] }, daily())).toEqual([])
})
