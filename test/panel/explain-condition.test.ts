import { describe, expect, it } from "vitest"
import type { Asked, Change, Standing } from "../../extension/domain"
import { createExplainer, explanationWords } from "../../extension/words/panel/explain-condition"
import { createReader } from "../../extension/words/reader"
import { explanationCodes } from "../../shared/engine/describe-explanation"
import { readLength } from "../../shared/engine/explanation"
import { noon } from "./noon"

const names = {
  stages: { intent: "Intent" },
  segments: { vip: "Best customers" },
  scenarios: { welcome: "Welcome" },
  messages: { "cart-reminder": "You left something" },
}
const english = createExplainer(createReader("en", "UTC"), names, noon)
const russian = createExplainer(createReader("ru", "UTC"), names, noon)

const day = readLength("1d")
const purchases = (count: object, wanted = true, more: number | null = null): Change => ({
  code: "fulfil",
  asked: { code: "event", of: { event: "purchase" }, count, within: null, wanted },
  more,
})
const reminder = { step: "email", channel: "email", message: "cart-reminder", outcome: "opened" }

/** One of every code: what is asked, what the visitor has, the smallest change. */
const asked: { [Code in Asked["code"]]: Extract<Asked, { code: Code }> } = {
  event: { code: "event", of: ["purchase"], count: { gte: 3 }, within: day, wanted: true },
  sum: { code: "sum", path: "value", of: "purchase", wants: { gte: 300 }, within: day, wanted: true },
  inactive: { code: "inactive", of: null, length: day, wanted: true },
  sequence: { code: "sequence", of: ["view_item", "add_to_cart"], within: day, wanted: false },
  trait: { code: "trait", path: "city", wants: { eq: "Осло" }, lasting: day, wanted: true },
  member: { code: "member", of: "segment", id: "vip", wanted: true },
  consent: { code: "consent", channel: "email", wanted: true },
  reachable: { code: "reachable", channel: "sms", wanted: false },
  occurs: { code: "occurs", of: { event: "add_to_cart", where: { price: { gte: 1000 } } }, per: "cart_id" },
  absence: { code: "absence", of: "add_to_cart", per: null, without: "purchase", length: day },
  crosses: { code: "crosses", of: "stage", id: "intent", entered: true },
  goal: { code: "goal", scenario: "welcome" },
  date: { code: "date", path: "birthday" },
  schedule: { code: "schedule", cron: "0 9 * * 1" },
}
const standings: { [Code in Standing["code"]]: Extract<Standing, { code: Code }> } = {
  never: { code: "never", within: day, of: null },
  times: { code: "times", count: 2, orMore: false, within: day },
  sum: { code: "sum", total: 1200.5 },
  last: { code: "last", at: noon },
  progress: { code: "progress", come: 1, of: 3 },
  "in-order": { code: "in-order" },
  value: { code: "value", json: '"Осло"', tooShort: true },
  missing: { code: "missing", tooShort: false },
  inside: { code: "inside" },
  outside: { code: "outside" },
  elsewhere: { code: "elsewhere" },
  granted: { code: "granted" },
  denied: { code: "denied", at: noon },
  "never-asked": { code: "never-asked" },
  "none-needed": { code: "none-needed" },
  reachable: { code: "reachable" },
  bounced: { code: "bounced", address: "email" },
  "no-address": { code: "no-address", address: "phone" },
  keyless: { code: "keyless", path: "cart_id" },
  seen: { code: "seen", inVain: true },
  "no-run": { code: "no-run" },
  "no-goal": { code: "no-goal" },
  waiting: { code: "waiting", until: noon },
  ended: { code: "ended", by: "purchase", at: noon },
  over: { code: "over" },
  "no-date": { code: "no-date" },
  next: { code: "next", at: noon },
  unmet: { code: "unmet", parts: [{ asked: asked.member, is: { code: "outside" } }] },
  capped: { code: "capped", caps: [{ max: 3, channel: null }] },
  quiet: { code: "quiet", channel: "sms" },
  reached: { code: "reached", ...reminder, at: noon },
  "not-live": { code: "not-live", channel: "messenger" },
  unschedulable: { code: "unschedulable" },
  withheld: { code: "withheld", share: 0.1 },
  "run-over": { code: "run-over", reason: "exited", at: noon },
}
const changes: { [Code in Change["code"]]: Extract<Change, { code: Code }> } = {
  fulfil: { code: "fulfil", asked: asked.event, more: 2 },
  cross: { code: "cross", of: "segment", id: "vip", ways: ["leaves", "enters"] },
  consent: { code: "consent", channel: "email", granted: true },
  "address-known": { code: "address-known", address: "phone" },
  "address-new": { code: "address-new", address: "email" },
  "address-gone": { code: "address-gone", address: "email" },
  once: { code: "once", of: "search", per: null, thenNone: day },
  again: { code: "again", of: "view_item", per: "item_id" },
  "none-until": { code: "none-until", of: null, until: noon },
  wait: { code: "wait", until: noon },
  "date-given": { code: "date-given", path: "birthday" },
  all: { code: "all", of: [purchases({ gte: 1 }), { code: "wait", until: noon }] },
  "cap-raised": { code: "cap-raised" },
  "due-later": { code: "due-later", at: noon },
  "due-out-of-quiet": { code: "due-out-of-quiet", channel: "sms" },
  "not-reached": { code: "not-reached", ...reminder, by: noon },
  live: { code: "live", channel: "messenger" },
  schedulable: { code: "schedulable", channel: "email" },
  "not-withheld": { code: "not-withheld" },
  "run-goes-on": { code: "run-goes-on", until: noon },
}

describe("what the engine explains", () => {
  it("has words for every code, in every language", () => {
    for (const words of Object.values(explanationWords)) {
      expect(Object.keys(words.asked).sort()).toEqual([...explanationCodes.asked].sort())
      expect(Object.keys(words.standings).sort()).toEqual([...explanationCodes.standings].sort())
      expect(Object.keys(words.changes).sort()).toEqual([...explanationCodes.changes].sort())
    }
  })

  const both = (explainer: typeof english) => [
    ...Object.values(asked).map((told) => [told.code, explainer.asked(told)] as const),
    ...Object.values(standings).map((told) => [told.code, explainer.standing(told)] as const),
    ...Object.values(changes).map((told) => [told.code, explainer.change(told)] as const),
  ]

  it("is said in plain words, never with a code, a path or a value left out", () => {
    for (const [code, said] of both(english))
      expect(said, code).not.toMatch(
        /undefined|null|NaN|\[object|push_token|item_id|vip|cart-reminder|T\d\d:/,
      )
  })

  it("is Russian in Russian", () => {
    for (const [code, said] of both(russian)) {
      expect(said, code).toMatch(/[а-яё]|^\d/i)
      expect(said.replace(/«[^»]*»/g, "").replace(/push|SMS/gi, ""), code).not.toMatch(/[A-Za-z]{3,}/)
    }
  })

  it("is a sentence that a marketer would say", () => {
    expect(english.asked(asked.event)).toBe("Purchase at least 3 times in the last 1 day")
    expect(english.change(changes.fulfil)).toBe("Purchase 2 more times")
    expect(english.asked(asked.sum)).toBe("Total amount (purchase) in the last 1 day is at least 300")
    expect(english.asked(asked.absence)).toBe("Added to cart, then no purchase for 1 day")
    expect(english.asked(asked.occurs)).toBe("Added to cart (price is at least 1,000) with a value for cart")
    expect(english.standing(standings.reached)).toBe(
      `e-mail “You left something” was opened at ${createReader("en", "UTC").formats.time(noon)}`,
    )
    expect(english.standing(standings.capped)).toBe(
      "had 3 messages over all channels already: as many as are allowed",
    )
    expect(english.change(changes.cross)).toBe(
      "Leaves the segment “Best customers”, then enters the segment “Best customers”",
    )
    expect(russian.change(changes.fulfil)).toBe("Покупка: ещё 2 раза")
    expect(russian.standing({ code: "capped", caps: [{ max: 5, channel: "email" }] })).toContain(
      "5 сообщений",
    )
  })

  it("says what must not be as what must be, where that is plain", () => {
    const say = (count: object, wanted: boolean) => english.change(purchases(count, wanted))
    expect(say({ gte: 1 }, false)).toBe("No purchase")
    expect(say({ eq: 0 }, false)).toBe("Purchase at least once")
    expect(say({ gte: 3 }, false)).toBe("Purchase fewer than 3 times")
    expect(say({ gte: 2, lte: 5 }, false)).toBe("Not: purchase at least 2 times and purchase at most 5 times")
    expect(russian.change(purchases({ lt: 21 }))).toBe("Покупка меньше 21 раза")
    expect(russian.change(purchases({ eq: 3 }))).toBe("Покупка ровно 3 раза")
  })

  it("shows what a hostile map or page put into it as text, in one line and not too long", () => {
    const name = `<img src=x>\u202e${"x".repeat(5000)}`
    const told: Asked = {
      code: "occurs",
      of: { event: name, where: { [name]: { in: Array(999).fill(name) } } },
      per: name,
    }
    expect(english.asked(told).length).toBeLessThan(320)
    expect(english.asked(told)).not.toContain("\u202e")
    expect(english.asked({ code: "member", of: "segment", id: "constructor", wanted: true })).toContain(
      "“constructor”",
    )
    expect(english.standing({ code: "value", json: `{"a":"${"y".repeat(70)}…`, tooShort: false })).toContain(
      "y",
    )
    // A worker that is newer than the page.
    expect(english.standing({ code: "new-code" } as never)).toBe("new-code")
    expect(english.standing({ code: "toString" } as never)).toBe("toString")
  })
})
