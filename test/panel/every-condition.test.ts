import { describe, expect, test } from "vitest"
import { createExplainer } from "../../extension/words/panel/explain-condition"
import { createReader } from "../../extension/words/reader"
import { starterMaps } from "../../shared/domain"
import { listLeaves } from "../../shared/engine/explanation"
import { answerView, dayMs, type GivenJourney, hourMs, noon, tell } from "./journey"

// Every form of condition and trigger of the language, wanted and unwanted, for visitors who have nothing, something and
// all of it: whatever the engine says of them is said to a Russian reader without an English word.

const conditions: object[] = [
  { event: "purchase" },
  { event: "purchase", count: 0 },
  { event: "view_item", count: 3, within: "7d" },
  { event: "view_item", count: { eq: 1 } },
  { event: "view_item", where: { value: { gte: 100, lt: 500 }, "items.item_id": "a and b is c" } },
  { trait: "plan", eq: "gold" },
  { trait: "plan", exists: true },
  { trait: "plan", exists: false },
  { trait: "age", gte: 18, lt: 65, for: "3d" },
  { trait: "city", in: ["Oslo", "Rome"] },
  { consent: "email" },
  { consent: "call" },
  { reachable: "email" },
  { reachable: "sms" },
  { inactive: "14d" },
  { inactive: "2h", of: { event: "add_to_cart", where: { value: { gt: 10 } } } },
  { sequence: ["view_item", { event: "add_to_cart" }], within: "1h" },
  { sum: "value", of: "purchase", gte: 300, within: "365d" },
  { segment: "buyers" },
  { stage: "second" },
  { any: [{ event: "search" }, { all: [{ event: "login" }, { not: { stage: "first" } }] }] },
]
const triggers: object[] = [
  { event: "search" },
  { event: "add_to_cart", where: { value: { gt: 1000 } }, per: "items.item_id" },
  { event: "add_to_cart", without: "purchase", for: "1h" },
  { event: "add_to_cart", without: ["purchase", "remove_from_cart"], for: "1h", per: "items.item_id" },
  { enters: { segment: "buyers" } },
  { leaves: { segment: "buyers" } },
  { enters: { stage: "second" } },
  { leaves: { stage: "first" } },
  { inactive: "30d" },
  { inactive: "1d", of: "purchase" },
  { date: "birthday" },
  { date: "started" },
  { schedule: "0 9 * * 1" },
  { schedule: "0 9 31 2 *" },
  { goal: "audience-0" },
]

const steps = [{ id: "one", channel: "email" }]
const map = JSON.stringify({
  cuelight: 1,
  id: "all",
  name: "Все",
  timeZone: "UTC",
  stages: [
    { id: "first", name: "Первый" },
    { id: "second", name: "Второй", when: { event: "add_to_cart" } },
  ],
  segments: [{ id: "buyers", name: "Покупатели", when: { event: "purchase" } }],
  channels: {
    email: { address: "email", consent: "opt-in" },
    sms: { address: "phone", consent: "opt-out" },
    call: { consent: "none" },
  },
  scenarios: [
    ...conditions.flatMap((when, index) => [
      { id: `audience-${index}`, name: "Да", trigger: { event: "nothing_of_this" }, audience: when, steps },
      {
        id: `not-${index}`,
        name: "Нет",
        trigger: { event: "nothing_of_this" },
        audience: { not: when },
        steps,
      },
    ]),
    ...triggers.map((trigger, index) => ({
      id: `trigger-${index}`,
      name: "Триггер",
      trigger,
      audience: { event: "never_at_all" },
      steps,
    })),
    {
      id: "in-vain",
      name: "Зря",
      trigger: { event: "view_item" },
      audience: { event: "add_to_cart" },
      steps,
    },
  ],
})

const item = (value: number) => ({ value, currency: "EUR", items: [{ item_id: "a", price: value }] })
const visitors: Record<string, GivenJourney> = {
  new: { map, events: [tell("page_view", noon - 1000)] },
  some: {
    map,
    events: [
      tell("view_item", noon - 3 * hourMs, item(200)),
      tell("add_to_cart", noon - 30 * 60_000, item(200)),
      tell("identify", noon - hourMs, { plan: "silver", age: 20, birthday: "1990-05-01", started: "soon" }),
      tell("consent", noon - hourMs, { email: "denied" }),
    ],
  },
  all: {
    map,
    events: [
      tell("view_item", noon - 40 * dayMs, item(200)),
      tell("view_item", noon - 40 * dayMs + 1, item(200)),
      tell("add_to_cart", noon - 40 * dayMs + 2, item(2000)),
      tell("purchase", noon - 39 * dayMs, { ...item(900), transaction_id: "T" }),
      tell("identify", noon - 39 * dayMs, {
        plan: "gold",
        age: 70,
        city: "Oslo",
        email: "anna@mail.example",
        phone: "+31205550100",
      }),
      tell("consent", noon - 39 * dayMs, { email: "granted" }),
      tell("message_bounced", noon - 38 * dayMs, { channel: "sms", bounce: "hard", provider_id: "p" }),
    ],
  },
}

const russian = createReader("ru", "UTC")

describe("every condition and trigger of the language", () => {
  for (const [name, given] of Object.entries(visitors))
    test(`is Russian in Russian, for a visitor who has ${name}`, async () => {
      const { state } = await answerView("scenarios", given, { language: "ru" })
      const explained = state.scenarios.flatMap(({ whyNot }) => whyNot ?? [])
      expect(explained.length).toBeGreaterThan(conditions.length)
      const explain = createExplainer(russian, state.names, noon)
      const said = explained.flatMap(({ parts, change }) => [
        ...parts
          .flatMap(listLeaves)
          .flatMap((leaf) => [
            [leaf.asked, explain.asked(leaf.asked)] as const,
            [leaf.is, explain.standing(leaf.is)] as const,
            [leaf.change, explain.change(leaf.change)] as const,
          ]),
        ...change.map((each) => [each, explain.change(each)] as const),
      ])
      const left = said.filter(([, words]) =>
        /[A-Za-z]{3,}|undefined/.test(words.replace(/«[^»]*»/g, "").replace(/push|SMS|EUR/gi, "")),
      )
      expect(left.map(([told, words]) => `${JSON.stringify(told)} → ${words}`)).toEqual([])
    })
})

test("every starter map is Russian in Russian too", async () => {
  for (const starter of Object.values(starterMaps)) {
    const given = { map: starter, events: [tell("page_view", noon - 1000)] }
    const { state } = await answerView("scenarios", given, { language: "ru" })
    const explain = createExplainer(russian, state.names, noon)
    for (const { whyNot } of state.scenarios)
      for (const leaf of (whyNot?.parts ?? []).flatMap(listLeaves))
        for (const said of [explain.asked(leaf.asked), explain.change(leaf.change)])
          expect(said.replace(/«[^»]*»/g, "").replace(/push|SMS/gi, "")).not.toMatch(/[A-Za-z]{3,}/)
  }
})
