import { expect, it } from "vitest"
import { writeJunit } from "../../shared/report/junit"
import { scenarioOf, tell } from "../engine/story"

// Jenkins' xUnit plugin refuses a report that is not valid by its junit-10.xsd. These are the rules of that schema.

const ELEMENTS: Record<string, { within: string[]; needs: string[]; may: string[] }> = {
  testsuites: { within: [""], needs: [], may: ["name", "time", "tests", "failures", "errors"] },
  testsuite: {
    within: ["testsuites", "testsuite"],
    needs: ["name", "tests", "failures", "errors"],
    may: "group time skipped timestamp hostname id package file log url".split(" "),
  },
  testcase: { within: ["testsuite"], needs: ["name"], may: ["time", "classname", "group"] },
  failure: { within: ["testcase"], needs: [], may: ["type", "message"] },
  skipped: { within: ["testcase"], needs: [], may: ["type", "message"] },
}

/** What is not valid, as sentences. */
function findInvalid(xml: string): string[] {
  const found: string[] = []
  const open: string[] = [""]
  for (const [, closes, name = "", rest = ""] of xml.matchAll(/<(\/?)([a-z]+)((?:"[^"]*"|[^">])*)>/g)) {
    if (closes) {
      if (open.pop() !== name) found.push(`${name} is closed where it is not open`)
      continue
    }
    const element = ELEMENTS[name]
    if (!element?.within.includes(open.at(-1) ?? "")) found.push(`${name} within ${open.at(-1)}`)
    const given = [...rest.matchAll(/ ([\w-]+)="/g)].map(([, key = ""]) => key)
    for (const key of element?.needs ?? []) if (!given.includes(key)) found.push(`${name} lacks ${key}`)
    const known = [...(element?.needs ?? []), ...(element?.may ?? [])]
    for (const key of given) if (!known.includes(key)) found.push(`${name} has ${key}`)
    if (!rest.endsWith("/")) open.push(name)
  }
  return found
}

it("a report is valid by the schema of Jenkins, with failures, notes, strange names and nothing", () => {
  const { result } = tell(
    { ...scenarioOf([{ id: "a", channel: "email" }]), caps: [{ max: 9, per: "1d" }] },
    [
      ["10:00", "go"],
      ["10:01", "go"],
      ["10:02", "message_sent", { channel: "push", campaign: "x" }, { person: '<&"\u0001>' }],
    ],
    "12:00",
  )
  const xml = writeJunit(result)
  expect(result.findings.map(({ kind }) => kind)).toEqual(["ignored-active", "unplanned", "missed"])
  expect(findInvalid(xml)).toEqual([])
  expect(xml).toContain(
    '<testsuite name="s" tests="2" failures="1" errors="0" skipped="1" timestamp="2026-03-02T12:00:00.000Z">',
  )
  expect(findInvalid(writeJunit({ ...result, findings: [] }))).toEqual([])
  // The rules find what is not valid.
  expect(findInvalid('<testsuites timestamp="x"><testsuite name="s"></testsuite></testsuites>')).toEqual([
    "testsuites has timestamp",
    "testsuite lacks tests",
    "testsuite lacks failures",
    "testsuite lacks errors",
  ])
})
