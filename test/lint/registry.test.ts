import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { KNOWN_EVENTS } from "../../shared/known-events"
import { lintRules } from "../../shared/lint/rules"
import { lintMap, scenario } from "./lint-map"

const here = import.meta.dirname
const codes = lintRules.map(({ code }) => code).sort()

describe("the registry", () => {
  it("has every rule of the folder, each with a test of its name", () => {
    const files = readdirSync(join(here, "../../shared/lint/rules")).map((file) => file.replace(/\.ts$/, ""))
    const tests = readdirSync(here).map((file) => file.replace(/\.test\.ts$/, ""))
    expect(files.sort()).toEqual(codes)
    expect(tests).toEqual(expect.arrayContaining(codes))
  })
})

describe("a finding", () => {
  const map = `cuelight: 1
id: test
name: Test
timeZone: UTC
stages: [{ id: start }]
channels:
  email: {}
  push: { status: planned }
scenarios:
  - id: one
    trigger: { event: add_to_card }
    steps:
      - { id: a, channel: push }
`
  it("says where it is, in the order of the text", () => {
    const found = lintMap(map).map(({ code, line, column, path }) => `${line}:${column} ${code} ${path}`)
    expect(found).toEqual([
      "7:3 channel-without-scenario channels.email",
      "10:5 scenario-without-goal scenarios[0]",
      "11:23 event-nobody-produces scenarios[0].trigger.event",
      "13:27 channel-not-live scenarios[0].steps[0].channel",
    ])
  })

  it("speaks the reader's language, and proposes something", () => {
    const english = lintMap(map, "en")
    const russian = lintMap(map, "ru")
    expect(russian.map(({ code }) => code)).toEqual(english.map(({ code }) => code))
    for (const [index, finding] of russian.entries()) {
      expect(finding.message).toMatch(/[а-яё]/i)
      expect(finding.proposal).toMatch(/[а-яё]/i)
      expect(english[index]?.message).not.toMatch(/[а-яё]/i)
      expect(english[index]?.proposal).not.toMatch(/[а-яё]/i)
    }
  })
})

it("cuts long names and counts many", () => {
  const channels = { email: {}, [`long-${"x".repeat(150)}`]: {} }
  const [finding] = lintMap({ channels, scenarios: [scenario()] }).filter(
    ({ code }) => code === "channel-without-scenario",
  )
  expect(finding?.message).toContain("x…x")
  expect(finding?.message.length).toBeLessThan(120)
})

it("knows the evidence and the recorder's own events", () => {
  for (const name of [
    "message_clicked",
    "identify",
    "consent",
    "form_start",
    "rage_click",
    "csat",
    "page_view",
  ]) {
    expect(KNOWN_EVENTS.has(name)).toBe(true)
  }
  expect(KNOWN_EVENTS.has("add_to_card")).toBe(false)
})
