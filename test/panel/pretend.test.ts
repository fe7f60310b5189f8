import { expect, test } from "vitest"
import { pretend } from "../../extension/worker/panel/pretend"
import { takeEvent } from "../../extension/worker/site-journey"
import { hourMs, loadJourney, noon, tell } from "./journey"

const purchase = { name: "purchase", at: noon, props: { transaction_id: "T-1" } }
const load = () => loadJourney({ events: [tell("page_view", noon - hourMs), tell("add_to_cart", noon - 1)] })

test("the same question is not folded twice, another one and a further event are", () => {
  const loaded = load()
  const first = pretend(loaded, [purchase], "a-1")
  expect(pretend(loaded, [{ ...purchase }], "a-1")).toBe(first)
  expect(pretend(loaded, [{ ...purchase, at: noon + 1 }], "a-1")).not.toBe(first)
  const again = pretend(loaded, [purchase], "a-1")
  takeEvent(loaded, tell("search", noon))
  const later = pretend(loaded, [purchase], "a-1")
  expect(later).not.toBe(again)
  expect([...later.events.values()].map(({ name }) => name)).toContain("search")
})

test("the site's own fold never sees what is pretended", () => {
  const loaded = load()
  const stageOf = (journey: typeof loaded.journey) => journey.result(noon).people[0]?.stage.id
  const before = stageOf(loaded.journey)
  expect(stageOf(pretend(loaded, [purchase], "a-1").journey)).not.toBe(before)
  expect(stageOf(loaded.journey)).toBe(before)
  expect(pretend(loaded, [], "a-1")).toBe(loaded)
  expect(pretend(loaded, [purchase], null)).toBe(loaded)
})
