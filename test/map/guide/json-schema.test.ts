import { describe, expect, it } from "vitest"
import { guideWords, ROOT, writeJsonSchema } from "../../../shared/map/guide/json-schema"
import { valueWords } from "../../../shared/map/guide/value-words"
import { openMapDocument } from "../../../shared/map/map-document"
import { parseMap } from "../../../shared/map/parse-map"
import { CASES, hasCases, readCases } from "../../conformance/cases"
import { readStarterText, starterIds } from "../../starter-maps/read-starter"
import { explainMisfit } from "./fits-schema"

const schema = writeJsonSchema()
const explain = (value: unknown) => explainMisfit(value, schema)

const HEAD = "{ cuelight: 1, id: m, name: M, timeZone: UTC, stages: [{ id: all }], channels: { email: {} }"
const readYaml = (text: string) => openMapDocument(text).document?.value

describe("every key of the language", () => {
  const objects = Object.entries({ ...schema.definitions, [ROOT]: schema }).filter(
    ([, part]) => part.properties,
  )

  it.each(objects)("of %s is told in both languages, and no other", (name, part) => {
    const words = guideWords[name]
    expect(Object.keys(words?.keys ?? {}).sort()).toEqual(Object.keys(part.properties ?? {}).sort())
    for (const { en, ru } of [words, ...Object.values(words?.keys ?? {})].filter(
      (one) => one !== undefined,
    )) {
      expect(en).toMatch(/^[^а-яё]+[.…]$/i)
      expect(ru).toMatch(/[а-яё].*[.…]$/)
    }
  })

  it("has words for nothing that is not there", () => {
    const known = Object.keys({ ...schema.definitions, [ROOT]: schema })
    for (const name of [...Object.keys(guideWords), ...Object.keys(valueWords)]) expect(known).toContain(name)
  })

  it("is told in Russian where that is asked for", () => {
    expect(writeJsonSchema("ru").properties?.timeZone?.description).toMatch(/^Часовой пояс/)
    expect(schema.properties?.timeZone?.description).toMatch(/^IANA zone/)
  })
})

describe("the schema takes what the command takes", () => {
  it.each(starterIds)("starter map %s", (id) => {
    expect(explain(readYaml(readStarterText(id)))).toBeNull()
  })

  it.runIf(hasCases())("the maps of the conformance cases", () => {
    const cases = [...readCases().values()].flat()
    expect(cases.length, CASES).toBeGreaterThan(50)
    for (const one of cases) {
      const { map } = parseMap(JSON.stringify(one.map))
      if (map) expect(explain(one.map), one.id).toBeNull()
    }
  })

  it.each([
    "scenarios: [{ id: s, trigger: { any: [{ event: [a, b], per: c }, { goal: s }, { date: d, offset: -P3DT2H }] }, steps: [{ id: a, channel: email, after: 0 }] }]",
    "segments: [{ id: a, when: { not: { all: [{ sequence: [a, { event: b }], within: PT1.5S }, { trait: a.b, in: [1, x, true] }] } } }]",
    "mix: { per: 2w, targets: { news: 12.5% }, volume: [{ max: 0 }] }",
    "touchpoints: [{ event: a, on: url, url: '*/x', props: { a: '@b', c: { text: .d, as: number } } }], x: [1]",
  ])("%s", (rest) => {
    const text = `${HEAD}, ${rest} }`
    expect(parseMap(text).problems).toEqual([])
    expect(explain(readYaml(text))).toBeNull()
  })
})

describe("the schema refuses what the command refuses", () => {
  it.each([
    ["an unknown key", "chanels: {}"],
    ["another version", "cuelight: 2"],
    [
      "a number for a duration",
      "scenarios: [{ id: s, trigger: { event: a }, steps: [{ id: a, channel: email, after: 90 }] }]",
    ],
    [
      "a duration of months",
      "scenarios: [{ id: s, trigger: { event: a }, steps: [{ id: a, channel: email, after: P1M }] }]",
    ],
    ["a duration of nothing", "segments: [{ id: a, when: { inactive: P } }]"],
    ["a condition of no form", "segments: [{ id: a, when: { evnt: x } }]"],
    ["a sum that is compared with nothing", "segments: [{ id: a, when: { sum: value, of: purchase } }]"],
    ["a wall time that is a number", "channels: { email: { quiet: { from: 2100, to: '09:00' } } }"],
    ["a click on nothing", "touchpoints: [{ event: a, on: click }]"],
    ["no steps", "scenarios: [{ id: s, trigger: { event: a }, steps: [] }]"],
    ["an unknown message type", "mix: { per: 1d, targets: { spam: 10% } }"],
    ["a list for a text", "currency: [EUR]"],
  ])("%s", (_what, rest) => {
    const key = rest.slice(0, rest.indexOf(":"))
    const text = `${HEAD.replace(/cuelight: 1/, key === "cuelight" ? "currency: EUR" : "cuelight: 1").replace(/, channels: .*/, key === "channels" ? "" : "$&")}, ${rest} }`
    expect(parseMap(text).map).toBeNull()
    expect(explain(readYaml(text))).not.toBeNull()
  })
})
