import { describe, expect, it } from "vitest"
import { parseMap, startJourney, type TouchpointEvent } from "../../shared/domain"
import { describeChange } from "../../shared/engine/describe-explanation"
import { findLeastLeaves, listLeaves } from "../../shared/engine/explanation"

const NOON = Date.UTC(2026, 10, 22, 12)
const HOUR = 3_600_000

const MAP = JSON.stringify({
  cuelight: 1,
  id: "m",
  name: "M",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: { address: "email", consent: "opt-in" }, sms: {} },
  scenarios: [
    {
      id: "quiet",
      trigger: { event: "go" },
      audience: { any: [{ all: [{ event: "a" }, { event: "b" }] }, { trait: "tier", eq: "gold" }] },
      steps: [{ id: "one", channel: "sms" }],
    },
    {
      id: "began",
      trigger: { event: "v" },
      steps: [
        { id: "mail", channel: "email" },
        { id: "text", channel: "sms", after: "1h", only: { event: "b" } },
      ],
    },
  ],
})

function follow() {
  const { map } = parseMap(MAP)
  if (!map) throw new Error("the map of this test is broken")
  const journey = startJourney(map, { coverage: "complete" })
  const event: TouchpointEvent = { id: "e-1", name: "v", at: NOON - 2 * HOUR, person: "p", source: "page" }
  journey.push(event)
  return journey
}

describe("what a journey explains", () => {
  it("is a tree of codes with values, with the least that would change it", () => {
    const [scenario] = follow().explain("p", NOON)?.scenarios ?? []
    expect(scenario?.scenario).toBe("quiet")
    const [trigger, audience] = scenario?.parts ?? []
    expect(trigger).toEqual({
      kind: "leaf",
      asked: { code: "occurs", of: { event: "go" }, per: null },
      met: false,
      is: { code: "never", within: null, of: null },
      change: { code: "once", of: { event: "go" }, per: null, thenNone: null },
    })
    expect(audience).toMatchObject({ kind: "any", met: false, parts: [{ kind: "all" }, { kind: "leaf" }] })
    expect(audience && listLeaves(audience)).toHaveLength(3)
    expect(audience && findLeastLeaves(audience).map(({ change }) => describeChange(change))).toEqual([
      'trait tier becomes eq "gold"',
    ])
    expect(scenario?.change).toHaveLength(2)
  })

  it("of steps is in the order of the result, with every gate", () => {
    const journey = follow()
    const [run] = journey.explain("p", NOON)?.runs ?? []
    const told = run?.steps.map((gates) =>
      gates.filter(({ passed }) => !passed).map(({ gate, is }) => [gate, is]),
    )
    expect(told).toEqual([
      [
        ["unreachable", { code: "no-address", address: "email" }],
        ["consent", { code: "never-asked" }],
      ],
      [["only", { code: "unmet", parts: [expect.objectContaining({ asked: expect.anything() })] }]],
    ])
    const steps = journey.result(NOON).people[0]?.runs[0]?.steps ?? []
    expect(steps.map(({ gates }) => gates?.filter(({ passed }) => !passed).map(({ is }) => is))).toEqual([
      ["no email", "never asked"],
      ["b at least once: never"],
    ])
  })

  it("is nothing of somebody unknown, and changes nothing", () => {
    const journey = follow()
    const before = JSON.stringify(journey.result(NOON))
    expect(journey.explain("nobody", NOON)).toBeNull()
    journey.explain("p", NOON + HOUR)
    expect(JSON.stringify(journey.result(NOON))).toBe(before)
  })
})
