import { describe, expect, it } from "vitest"
import { audit, startJourney } from "../../shared/engine/journey"
import { eventsOf, evidence, instant, iso, mapOf, scenarioOf, type Told, tell } from "./story"

const GO: Told = ["10:00", "go"]

describe("the result", () => {
  it("has 0 for every id of the map where nothing happened", () => {
    const { result } = tell(
      {
        segments: [{ id: "x", when: { event: "x" } }],
        ...scenarioOf([{ id: "a", channel: "email" }]),
        channels: { email: {} },
      },
      [],
      "12:00",
    )
    expect(result).toEqual({
      map: "m",
      now: iso("12:00"),
      people: [],
      findings: [],
      totals: {
        scenarios: {
          s: {
            entered: 0,
            active: 0,
            converted: 0,
            exited: 0,
            steps: { a: { planned: 0, sent: 0, late: 0, missed: 0, skipped: 0, opened: 0, clicked: 0 } },
          },
        },
        channels: {
          email: {
            expected: 0,
            sent: 0,
            delivered: 0,
            opened: 0,
            clicked: 0,
            failed: 0,
            missed: 0,
            cost: 0,
            conversions: 0,
          },
        },
        stages: { all: { reached: 0, now: 0 } },
        mix: {},
      },
    })
  })

  it("shows a person whole", () => {
    const sections = {
      stages: [{ id: "all" }, { id: "intent", when: { event: "go", within: "1h" } }],
      segments: [{ id: "x", when: { event: "go" } }],
      ...scenarioOf([{ id: "a", channel: "email", message: "m" }], { goal: "buy" }),
    }
    const { result } = tell(
      sections,
      [["09:00", "v"], GO, evidence("10:01", "opened", "a"), ["12:00", "buy"]],
      "13:00",
    )
    expect(result.people).toEqual([
      {
        person: "p",
        ids: ["p"],
        stage: { id: "all", since: iso("11:00:00.001"), because: ["e2"] },
        stages: [
          { id: "all", from: iso("09:00"), to: iso("10:00"), because: ["e1"] },
          { id: "intent", from: iso("10:00"), to: iso("11:00:00.001"), because: ["e2"] },
          { id: "all", from: iso("11:00:00.001"), to: null, because: ["e2"] },
        ],
        segments: [{ id: "x", since: iso("10:00") }],
        runs: [
          {
            scenario: "s",
            run: 1,
            key: null,
            status: "converted",
            triggeredAt: iso("10:00"),
            endedAt: iso("10:01"),
            because: ["e2"],
            goalAt: iso("12:00"),
            goalStep: "a",
            steps: [
              {
                id: "a",
                channel: "email",
                message: "m",
                dueAt: iso("10:00"),
                zone: "assumed",
                status: "sent",
                reason: null,
                sentAt: iso("10:01"),
                evidence: ["e3"],
                outcomes: { delivered: iso("10:01"), opened: iso("10:01") },
              },
            ],
          },
        ],
        whyNot: [],
      },
    ])
  })

  it("orders people by first event, runs by trigger time, map order and beginning", () => {
    const scenarios = ["b", "a"].map((id) => ({
      id,
      trigger: { event: "go" },
      steps: [{ id: "x", channel: "email" }],
    }))
    const told: Told[] = [
      ["10:00", "go", {}, { person: "z" }],
      ["10:00", "go", {}, { person: "y" }],
      ["09:00", "v", {}, { person: "x" }],
      ["12:00", "go", {}, { person: "z" }],
    ]
    const { result } = tell({ scenarios }, told, "13:00")
    expect(result.people.map(({ person }) => person)).toEqual(["x", "z", "y"])
    expect(result.people[1]?.runs.map(({ scenario, run }) => `${scenario}${run}`)).toEqual([
      "b1",
      "a1",
      "b2",
      "a2",
    ])
  })

  it("orders findings by time, kind, person, scenario, step", () => {
    const told: Told[] = [
      ["10:00", "add_to_cart", {}, { person: "b", gesture: null }],
      ["10:00", "message_sent", { channel: "email" }, { person: "a" }],
      ["10:00", "add_to_cart", {}, { person: "a", gesture: null }],
      ["09:00", "sign_up", {}, { person: "c", gesture: null }],
    ]
    const { result } = tell({}, told, "12:00")
    expect(result.findings.map(({ kind, person }) => `${kind} ${person}`)).toEqual([
      "phantom-event c",
      "phantom-event a",
      "phantom-event b",
      "unplanned a",
    ])
  })

  it("counts steps, channels, cost and conversions", () => {
    const steps = [
      { id: "a", channel: "email" },
      { id: "b", channel: "sms", after: "1h", ifNot: "clicked" },
    ]
    const sections = {
      channels: { email: { cost: 0.1 }, sms: { cost: 3.5, status: "missing" } },
      ...scenarioOf(steps, { goal: "buy" }),
    }
    const told: Told[] = [
      GO,
      evidence("10:01", "opened", "a", { provider_id: "1" }),
      ["12:00", "buy"],
      ["10:00", "go", {}, { person: "q" }],
      ["11:00", "message_sent", { channel: "email", provider_id: "2", campaign: "x" }, { person: "q" }],
    ]
    const { result, kinds } = tell(sections, told, "13:00")
    expect(result.totals.scenarios.s).toEqual({
      entered: 2,
      active: 0,
      converted: 1,
      exited: 0,
      steps: {
        a: { planned: 2, sent: 1, late: 0, missed: 1, skipped: 0, opened: 1, clicked: 0 },
        b: { planned: 2, sent: 0, late: 0, missed: 0, skipped: 2, opened: 0, clicked: 0 },
      },
    })
    expect(result.totals.channels.email).toEqual({
      expected: 2,
      sent: 2,
      delivered: 1,
      opened: 1,
      clicked: 0,
      failed: 0,
      missed: 1,
      cost: 0.2,
      conversions: 1,
    })
    expect(kinds).toEqual(["missed", "never-can", "unplanned", "never-can"])
  })

  it("gives bad lines their number, and the time of the event where it is known", () => {
    const problems = [
      { line: 7, reason: "no JSON" },
      { line: 3, reason: "no name", at: instant("09:00") },
      { line: 9, reason: "late", at: instant("23:00") },
    ]
    const { findings } = audit(mapOf({}), [], { now: instant("12:00"), coverage: "complete", problems })
    expect(findings.map(({ kind, at, line, person }) => [kind, at, line, person])).toEqual([
      ["bad-event", iso("09:00"), 3, null],
      ["bad-event", iso("12:00"), 7, null],
      ["bad-event", iso("12:00"), 9, null],
    ])
  })

  it("is the same bytes for the same input", () => {
    const once = () =>
      JSON.stringify(
        tell(scenarioOf([{ id: "a", channel: "email" }]), [GO, evidence("10:01", "sent", "a")], "12:00")
          .result,
      )
    expect(once()).toBe(once())
  })

  it("takes ids that every object has for what they are", () => {
    const sections = {
      stages: [{ id: "toString" }, { id: "valueOf", when: { event: "hasOwnProperty" } }],
      channels: { toString: {} },
      scenarios: [
        {
          id: "hasOwnProperty",
          trigger: { event: "hasOwnProperty" },
          steps: [{ id: "valueOf", channel: "toString" }],
        },
      ],
    }
    const { result } = tell(sections, [["10:00", "hasOwnProperty", {}, { person: "toString" }]], "12:00")
    expect(Object.values(result.totals.scenarios)[0]?.entered).toBe(1)
    expect(Object.entries(result.totals.stages)[1]?.[1]).toEqual({ reached: 1, now: 1 })
    expect(Object.values(result.totals.channels)[0]?.missed).toBe(1)
  })
})

describe("why not", () => {
  const whyNot = (scenario: object, told: Told[], more = {}) =>
    tell(
      { scenarios: [{ id: "s", steps: [{ id: "a", channel: "email" }], ...scenario }], ...more },
      told,
      "13:00",
    ).result.people[0]?.whyNot[0]

  it("names every condition, met and unmet, what the person has, and the least that would do", () => {
    const audience = {
      all: [
        { event: "v", count: 2 },
        { any: [{ trait: "tier", eq: "gold" }, { all: [{ event: "a" }, { event: "b" }] }] },
        { not: { event: "buy" } },
      ],
    }
    expect(
      whyNot({ trigger: { event: "go" }, audience }, [
        ["10:00", "v"],
        ["10:01", "identify", { tier: "tin" }],
        ["10:02", "buy"],
      ]),
    ).toEqual({
      scenario: "s",
      unmet: [
        { condition: "go", is: "never" },
        { condition: "v at least 2 times", is: "1 time" },
        { condition: 'trait tier eq "gold"', is: '"tin"' },
        { condition: "a at least once", is: "never" },
        { condition: "b at least once", is: "never" },
        { condition: "not buy at least once", is: "at least 1 time" },
      ],
      met: [],
      change: ["go once", "v at least 2 times", 'trait tier becomes eq "gold"', "not buy at least once"],
    })
  })

  it("tells how an absence ended, or until when it waits", () => {
    const trigger = { event: "add", without: "buy", for: "4h" }
    expect(whyNot({ trigger }, [["10:00", "x"]])?.unmet[0]?.is).toBe("never add")
    expect(whyNot({ trigger }, [["10:00", "add"]])?.unmet[0]?.is).toBe(`waiting until ${iso("14:00")}`)
    expect(
      whyNot({ trigger }, [
        ["10:00", "add"],
        ["11:00", "buy"],
      ])?.unmet[0]?.is,
    ).toBe(`buy at ${iso("11:00")}`)
  })
})

describe("the live journey", () => {
  const sections = scenarioOf([{ id: "a", channel: "email", after: "1h" }])

  it("tells when something changes next: due, and one millisecond after the grace", () => {
    const journey = startJourney(mapOf(sections), { coverage: [] })
    expect(journey.nextChangeAt(instant("09:00"))).toBeNull()
    for (const event of eventsOf([GO])) journey.push(event)
    expect(journey.nextChangeAt(instant("09:00"))).toBe(instant("10:00"))
    expect(journey.nextChangeAt(instant("10:00"))).toBe(instant("11:00"))
    expect(journey.nextChangeAt(instant("11:00"))).toBe(instant("11:10:00.001"))
    expect(journey.nextChangeAt(instant("11:10:00.001"))).toBeNull()
  })

  it("takes a new coverage for what is already known", () => {
    const journey = startJourney(mapOf(sections), { coverage: [] })
    for (const event of eventsOf([GO])) journey.push(event)
    const status = () => journey.result(instant("12:00")).people[0]?.runs[0]?.steps[0]?.status
    expect(status()).toBe("unknown")
    journey.setCoverage([{ channel: "email", from: instant("10:00"), to: instant("12:00") }])
    expect(status()).toBe("missed")
    journey.setCoverage("complete")
    expect(status()).toBe("missed")
  })
})
