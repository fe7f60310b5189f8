import { describe, expect, it } from "vitest"
import { readWholeLog } from "../../shared/log/read-log"
import { parseMap } from "../../shared/map/parse-map"

const PARTS = {
  id: "id: m",
  timeZone: "timeZone: UTC",
  name: "name: Map",
  stages: "stages: [{ id: all }]",
  channels: "channels: { email: {}, push: {} }",
}

/** The messages of a map with one part replaced. */
function say(part: keyof typeof PARTS | "more", text: string): string[] {
  const parts = { cuelight: "cuelight: 1", ...PARTS, [part]: text }
  return parseMap(Object.values(parts).join("\n")).problems.map(({ message }) => message)
}
const sayOfStep = (step: string) =>
  say("more", `scenarios: [{ id: s, trigger: { event: go }, steps: [{ id: a, channel: email }, ${step}] }]`)
const sayOfTrigger = (trigger: string) =>
  say("more", `scenarios: [{ id: s, trigger: ${trigger}, steps: [{ id: a, channel: email }] }]`)
const sayOfScenario = (rest: string) =>
  say("more", `scenarios: [{ id: s, trigger: { event: go }, steps: [{ id: a, channel: email }], ${rest} }]`)
const sayOfSegment = (when: string) => say("more", `segments: [{ id: x, when: ${when} }]`)

const DURATION = "a duration is written 90s, 15m, 1h, 7d, 2w or as ISO 8601 (PT15M, P7D)"

describe("what is wrong, and what to do about it", () => {
  it.each([
    [say("timeZone", "timeZone: Moscow"), /: did you mean `Europe\/Moscow`\?$/],
    [say("timeZone", "timeZone: new york"), /: did you mean `America\/New_York`\?$/],
    [
      say("timeZone", "timezone: UTC"),
      /^(`timeZone` is missing \(a text\)|a time zone.*)|unknown key `timezone`: did you mean `timeZone`\?$/,
    ],
    [say("cuelight" as "more", ""), "`cuelight` is missing (1)"],
    [say("name", "name: { english: Map }"), "a language is written en, ru, pt-BR"],
    [say("name", "name: [Map]"), "a text is a string, or one for each language: { en: …, ru: … }"],
    [say("stages", "stages: all"), "expected a list: [ … ], not `all`"],
    [say("stages", "stages: [all]"), "expected keys with values: { … }, not `all`"],
    [say("channels", "channels: [email]"), "expected keys with values: { … }, not a list"],
    [say("channels", "channels:\n  email:"), "expected keys with values: { … }, not nothing"],
    [say("channels", "channels: { email: { cost: free } }"), "expected a number, not `free`"],
    [
      say("channels", "channels: { email: { consent: yes } }"),
      "expected one of none, opt-in, opt-out, not `yes`",
    ],
    [
      say("channels", "channels: { email: { caps: [{ max: 3, per: week }] } }"),
      /^a cap is per duration .*: did you mean `calendar-week`\?$/,
    ],
    [say("more", "messages: { m: { type: promo } }"), /, not `promo`: did you mean `promotional`\?$/],
    [
      say("more", "mix: { per: 30d, targets: { promo: 40% } }"),
      "unknown key `promo`: did you mean `promotional`?",
    ],
    [sayOfStep("{ id: b, channel: push, after: 24 }"), `${DURATION}; 24 has no unit: 24m, 24h or 24d?`],
    [sayOfStep("{ id: b, channel: push, after: 1 day }"), `${DURATION}: did you mean \`1d\`?`],
    [sayOfStep("{ id: b, channel: push, after: 3 часа }"), `${DURATION}: did you mean \`3h\`?`],
    ...["1M", "P1M", "P1Y2M"].map((after): [string[], string] => [
      sayOfStep(`{ id: b, channel: push, after: ${after} }`),
      `${DURATION}; months and years have no exact length: 30d, 365d`,
    ]),
    [sayOfStep("{ id: b, channel: push, after: P1DT }"), DURATION],
    [
      sayOfStep("{ id: b, channel: push, ifNot: { step: a, outcome: oppened } }"),
      "expected one of sent, delivered, opened, clicked, goal, not `oppened`: did you mean `opened`?",
    ],
    [
      say("channels", 'channels: { email: { quiet: { from: "21:00", to: "09:00", whatever: 1 } } }'),
      "unknown key `whatever`: known here are `from`, `to`, `on`",
    ],
    [
      say("channels", "channels:\n  email:\n    <<: { cost: 1 }"),
      "merge keys (`<<`) are no part of YAML 1.2: write out the keys themselves",
    ],
    [
      sayOfSegment("{ event: a, trait: b, eq: 1 }"),
      /unknown key `(event|trait)`, which does not go together with the others here/,
    ],
    [sayOfTrigger('{ schedule: "0 25 * * *" }'), /; `25` is no hour$/],
    [sayOfTrigger('{ schedule: "0 10 * * MUN" }'), /; `MUN` is no weekday$/],
    [sayOfTrigger('{ schedule: "0 10 * *" }'), /weekday\): "0 10 \* \* MON"$/],
    [sayOfStep("{ id: b, channel: push, delay: 1h }"), "unknown key `delay`: did you mean `after`?"],
    [sayOfStep("{ id: b, channel: push, days: [monday] }"), /: did you mean `mon`\?$/],
    [sayOfStep("{ id: b, channel: push, ifNot: open }"), /: did you mean `opened`\?$/],
    [
      sayOfStep("{ id: b, channel: push, only: vip }"),
      "a text alone is no condition: write { segment: vip } or { event: vip }",
    ],
    [sayOfScenario("reentry: 7d"), "re-entry is once, always or { after: 7d }"],
    [sayOfScenario("holdout: 0.1"), "a share is a percentage from 0% to 100%, written 10%"],
    [
      sayOfScenario("audience: [{ event: a }]"),
      "a list alone is no condition: write { all: [ … ] } or { any: [ … ] }",
    ],
    [sayOfScenario("audience: { or: [{ event: a }] }"), "unknown key `or`: did you mean `any`?"],
    [sayOfScenario("audience: {}"), /^an empty condition says nothing: expected one of \{ sum: … \}/],
    [sayOfScenario("audience: { all: { event: a } }"), "expected a list: [ … ], not keys with values"],
    [sayOfTrigger("add_to_cart"), "a text alone is no trigger: write { event: add_to_cart }"],
    [sayOfTrigger("[{ event: a }]"), "a list alone is no trigger: write { any: [ … ] }"],
    [sayOfTrigger("{ evnt: a }"), "unknown key `evnt`: did you mean `event`?"],
    [sayOfTrigger("{ event: a, without: b }"), /^`for` is missing: how long to wait/],
    [sayOfTrigger("{ event: a, for: 1h }"), /^`without` is missing: the event that should have followed/],
    [sayOfTrigger("{ enters: vip }"), "name what is entered or left: { segment: vip } or { stage: loyalty }"],
    [sayOfTrigger("{ date: birthday, every: month }"), "expected year, not `month`"],
    [sayOfSegment("{ event: a, count: '2' }"), "a count is a number, or comparisons like { lte: 2 }"],
    [sayOfSegment("{ event: a, where: price > 5 }"), /^a filter is paths with what they are compared with/],
    [sayOfSegment("{ trait: city, equals: Moscow }"), /unknown key `equals`: did you mean `eq`\?$/],
    [say("more", "\tcaps: []"), "tabs do not indent: use spaces"],
    [say("name", "name: Shop: the map"), /^a second colon in this line/],
    [say("name", "name: Map\nname: Again"), "this key is given twice: keep one"],
    [
      say("name", "name: Map\n---\nname: Again"),
      "a map is one document: a second one begins here, leave out the `---`",
    ],
    [
      sayOfStep("{ id: b, channel: push, after: 99999999w }"),
      `${DURATION}; this one is longer than time lasts`,
    ],
    [sayOfStep("{ id: b, channel: push, after: -5h }"), `${DURATION}, and not negative`],
    [sayOfStep("{ id: b, channel: push, after: 5 m }"), `${DURATION}: did you mean \`5m\`?`],
    [say("name", "name: *star"), /stands in quotes$/],
  ])("%j", (messages, wanted) => {
    if (typeof wanted === "string") expect(messages).toEqual([wanted])
    else expect(messages.at(-1)).toMatch(wanted)
    for (const message of messages)
      expect(message).not.toMatch(/Invalid|undefined|\[object|record|array|pattern \//)
  })

  it.each([
    ["id,name,at", expect.stringContaining("this looks like a table (CSV)")],
    ['{"name":"a"', "this is no JSON"],
    ['{"name":"a","person":"p"}', "an event has a time (`at`): ISO 8601 or milliseconds"],
    [
      '{"name":"a","at":"02.03.2026","person":"p"}',
      "an event's time is ISO 8601 (2026-03-02T10:00:00Z) or milliseconds",
    ],
    ['{"name":"a","at":"2026-03-02","person":5}', "an event's person is text, and not empty"],
    [
      '{"name":"a","at":"2026-02-30","person":"p"}',
      "an event's time names a day or an hour that does not exist",
    ],
    [
      '{"type":"track","event":"A","timestamp":"2026-03-02"}',
      "a message names nobody: anonymousId or userId is missing",
    ],
  ])("line %s", (line, reason) => {
    expect(readWholeLog(line)).toEqual([expect.objectContaining({ line: 1, reason })])
  })
})
