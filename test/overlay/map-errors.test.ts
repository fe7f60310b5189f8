import { describe, expect, it } from "vitest"
import { explainProblem } from "../../extension/words/explain-problem"
import { parseMap } from "../../shared/map/parse-map"

const PARTS = {
  id: "id: m",
  timeZone: "timeZone: UTC",
  name: "name: Map",
  stages: "stages: [{ id: all }]",
  channels: "channels: { email: {}, push: {} }",
}

/** What is said in Russian of a map with one part replaced. */
function say(part: keyof typeof PARTS | "more" | "cuelight", text: string): string[] {
  const parts = { cuelight: "cuelight: 1", ...PARTS, [part]: text }
  return parseMap(Object.values(parts).join("\n")).problems.map((problem) => explainProblem(problem, "ru"))
}
const sayOfStep = (step: string) =>
  say("more", `scenarios: [{ id: s, trigger: { event: go }, steps: [{ id: a, channel: email }, ${step}] }]`)
const sayOfTrigger = (trigger: string) =>
  say("more", `scenarios: [{ id: s, trigger: ${trigger}, steps: [{ id: a, channel: email }] }]`)
const sayOfScenario = (rest: string) =>
  say("more", `scenarios: [{ id: s, trigger: { event: go }, steps: [{ id: a, channel: email }], ${rest} }]`)
const sayOfSegment = (when: string) => say("more", `segments: [{ id: x, when: ${when} }]`)

const broken: [string, string[]][] = [
  ["no such zone", say("timeZone", "timeZone: Nowhere/At all")],
  ["a zone nearly right", say("timeZone", "timeZone: Moscow")],
  ["a zone under another key", say("timeZone", "timezone: UTC")],
  ["version", say("cuelight", "cuelight: 2")],
  ["language", say("name", "name: { english: Map }")],
  ["list for text", say("name", "name: [Map]")],
  ["no text", say("name", "name: {}")],
  ["text for list", say("stages", "stages: all")],
  ["text for object", say("stages", "stages: [all]")],
  ["no stages", say("stages", "stages: []")],
  ["empty id", say("stages", "stages: [{ id: '' }]")],
  ["stage twice", say("stages", "stages: [{ id: a }, { id: a, when: { event: x } }]")],
  ["first when", say("stages", "stages: [{ id: a, when: { event: x } }]")],
  ["later without when", say("stages", "stages: [{ id: a }, { id: b }]")],
  ["list for object", say("channels", "channels: [email]")],
  ["nothing", say("channels", "channels:\n  email:")],
  ["cost", say("channels", "channels: { email: { cost: free } }")],
  ["cost below", say("channels", "channels: { email: { cost: -1 } }")],
  ["consent", say("channels", "channels: { email: { consent: yes } }")],
  ["cap", say("channels", "channels: { email: { caps: [{ max: 3, per: week }] } }")],
  ["quiet", say("channels", "channels: { email: { quiet: { from: 9, to: '10:00' } } }")],
  ["quiet hours", say("channels", "channels: { email: { quiet: { from: '9', to: '10:00' } } }")],
  ["message type", say("more", "messages: { m: { type: promo } }")],
  ["unknown key", say("more", "mix: { per: 30d, targets: { promo: 40% } }")],
  ["tabs", say("more", "\tcaps: []")],
  ["two colons", say("name", "name: Shop: the map")],
  ["twice", say("name", "name: Map\nname: Again")],
  ["two documents", say("name", "name: Map\n---\nname: Again")],
  ["star", say("name", "name: *star")],
  ["bracket", say("name", "name: [Map")],
  ["number without unit", sayOfStep("{ id: b, channel: push, after: 24 }")],
  ["quoted number", sayOfStep("{ id: b, channel: push, after: '24' }")],
  ["words", sayOfStep("{ id: b, channel: push, after: 3 часа }")],
  ["month", sayOfStep("{ id: b, channel: push, after: P1M }")],
  ["long", sayOfStep("{ id: b, channel: push, after: 99999999w }")],
  ["negative", sayOfStep("{ id: b, channel: push, after: -5h }")],
  ["nonsense", sayOfStep("{ id: b, channel: push, after: soon }")],
  ["delay", sayOfStep("{ id: b, channel: push, delay: 1h }")],
  ["day", sayOfStep("{ id: b, channel: push, days: [monday] }")],
  ["no days", sayOfStep("{ id: b, channel: push, days: [] }")],
  ["ifNot", sayOfStep("{ id: b, channel: push, ifNot: open }")],
  ["later step", sayOfStep("{ id: b, channel: push, ifNot: { step: b, is: opened } }")],
  ["text for condition", sayOfStep("{ id: b, channel: push, only: vip }")],
  ["no such channel", sayOfStep("{ id: b, channel: puhs }")],
  ["no such message", sayOfStep("{ id: b, channel: push, message: hello }")],
  ["step twice", sayOfStep("{ id: a, channel: push }")],
  ["no channel", sayOfStep("{ id: b }")],
  ["re-entry", sayOfScenario("reentry: 7d")],
  ["holdout", sayOfScenario("holdout: 0.1")],
  ["list for condition", sayOfScenario("audience: [{ event: a }]")],
  ["or", sayOfScenario("audience: { or: [{ event: a }] }")],
  ["empty condition", sayOfScenario("audience: {}")],
  ["object for list", sayOfScenario("audience: { all: { event: a } }")],
  ["text for trigger", sayOfTrigger("add_to_cart")],
  ["list for trigger", sayOfTrigger("[{ event: a }]")],
  ["trigger of nothing", sayOfTrigger("5")],
  ["event", sayOfTrigger("{ evnt: a }")],
  ["for", sayOfTrigger("{ event: a, without: b }")],
  ["without", sayOfTrigger("{ event: a, for: 1h }")],
  ["enters", sayOfTrigger("{ enters: vip }")],
  ["schedule", sayOfTrigger("{ schedule: every day }")],
  ["field of a schedule", sayOfTrigger("{ schedule: '0 25 * * MON' }")],
  ["merge", sayOfStep("{ id: b, channel: push, '<<': x }")],
  ["key of another form", sayOfTrigger("{ event: a, schedule: '0 10 * * *' }")],
  ["count", sayOfSegment("{ event: a, count: '2' }")],
  ["filter", sayOfSegment("{ event: a, where: price > 5 }")],
  ["circle", sayOfSegment("{ segment: x }")],
  ["touchpoint", say("more", "touchpoints: [{ event: a, on: click }]")],
]

describe("what is wrong with a map, in Russian", () => {
  it.each(broken)("%s: says what to do, and not only that something is", (_, said) => {
    expect(said.length).toBeGreaterThan(0)
    for (const sentence of said) {
      expect(sentence).toMatch(/^[а-я]/)
      expect(sentence).not.toMatch(/^(ошибка|негодн|значение не того вида|не хватает ключа$)/)
      // What is left in Latin letters is the map's own: keys, examples in code.
      expect(sentence.replace(/\{[^}]*\}|`[^`]*`/g, "")).not.toMatch(
        /\b(the|is|not|expected|needs|missing|names|must|of)\b/,
      )
    }
  })

  it("keeps the names, the numbers and the proposal", () => {
    const said = Object.fromEntries(broken)
    expect(said["number without unit"]).toEqual([
      "длительность пишется 90s, 15m, 1h, 7d, 2w или по ISO 8601 (PT15M, P7D); у 24 нет единицы: 24m, 24h или 24d?",
    ])
    expect(said["a zone nearly right"]?.[0]).toMatch(/; может быть, `Europe\/Moscow`\?$/)
    expect(said["message type"]?.[0]).toMatch(/; а стоит: `promo`; может быть, `promotional`\?$/)
    expect(said["no such channel"]).toEqual(["нет такого канала: `puhs`; может быть, `push`?"])
    expect(said["text for trigger"]).toEqual(["один текст — ещё не триггер: напишите { event: add_to_cart }"])
    expect(said.circle).toEqual(["ссылки ходят по кругу: сегмент `x` → сегмент `x`"])
  })
})
