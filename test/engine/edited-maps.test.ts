import { describe, expect, it } from "vitest"
import { type Journey, startJourney } from "../../shared/engine/journey"
import { eventsOf, instant, iso, mapOf, type Sections, scenarioOf, type Told } from "./story"

/** Runs as `triggered: step status due, …`, those of all people. */
function runs(journey: Journey, now: string): string[] {
  return journey.result(instant(now)).people.flatMap((person) =>
    person.runs.map(({ scenario, triggeredAt, status, steps }) => {
      const told = steps.map(({ id, status: is, reason }) => `${id} ${reason ?? is}`)
      return `${scenario} ${triggeredAt.slice(11, 16)} ${status}: ${told.join(", ")}`
    }),
  )
}

/** A journey of a map that is edited at an instant, with what happened before and after. */
function edited(before: Sections, told: Told[], after: Sections, at: string, later: Told[] = []): Journey {
  const journey = startJourney(mapOf(before), { coverage: "complete" })
  const events = eventsOf([...told, ...later])
  for (const event of events.slice(0, told.length)) journey.push(event)
  journey.editMap(mapOf(after), instant(at))
  for (const event of events.slice(told.length)) journey.push(event)
  return journey
}

const TWO = scenarioOf([
  { id: "a", channel: "email" },
  { id: "b", channel: "push", after: "2h" },
])
const ONE = scenarioOf([{ id: "c", channel: "sms", after: "10m" }])

describe("a map that is edited during a run (rule 15)", () => {
  it("applies to runs that begin from then on; those before keep their steps", () => {
    const journey = edited(TWO, [["10:00", "go"]], ONE, "11:00", [["13:00", "go"]])
    expect(runs(journey, "14:00")).toEqual([
      "s 10:00 completed: a missed, b missed",
      "s 13:00 completed: c missed",
    ])
    expect(journey.earlierMaps()).toHaveLength(1)
  })

  it("decides by the instant of the trigger: at the edit itself the new map", () => {
    const journey = edited(TWO, [["09:00", "go"]], ONE, "12:00", [["12:00", "go"]])
    expect(runs(journey, "12:05")[1]).toBe("s 12:00 active: c scheduled")
    const late = edited(TWO, [["09:00", "go"]], ONE, "12:00", [["11:59:59.999", "go"]])
    expect(runs(late, "12:05")[1]).toBe("s 11:59 active: a due, b scheduled")
  })

  it("a run of before still stands in the way, and re-entry counts from its end", () => {
    const once = { scenarios: [{ ...ONE.scenarios[0], reentry: { after: "1h" } }] }
    const journey = edited(TWO, [["10:00", "go"]], once, "10:30", [
      ["11:00", "go"],
      ["13:00", "go"],
      ["13:10", "go"],
    ])
    // The run of 10:00 ends with the grace of its second step, at 12:02.
    expect(runs(journey, "14:00")).toEqual([
      "s 10:00 completed: a missed, b missed",
      "s 13:10 completed: c missed",
    ])
    expect(journey.result(instant("14:00")).findings.map(({ kind, at }) => [kind, at])).toContainEqual([
      "ignored-active",
      iso("11:00"),
    ])
  })

  it("goals, exits, conditions and evidence of a run of before are those of its map", () => {
    const before: Sections = {
      segments: [{ id: "vip", when: { event: "purchase" } }],
      stages: [{ id: "all" }, { id: "buyer", when: { event: "purchase" } }],
      messages: { m: { type: "promotional", match: { campaign: "old-*" } } },
      ...scenarioOf(
        [
          { id: "a", channel: "email", message: "m", after: "1h" },
          { id: "b", channel: "push", after: "1h", only: { segment: "vip" } },
          { id: "c", channel: "push", after: "2h", from: "trigger", only: { stage: "buyer" } },
        ],
        { goal: "csat", exit: "complaint" },
      ),
    }
    const after: Sections = {
      segments: [{ id: "vip", when: { not: { event: "purchase" } } }],
      messages: { m: { type: "promotional", match: { campaign: "new-*" } } },
      ...scenarioOf([{ id: "a", channel: "email", message: "m" }], { goal: "purchase" }),
    }
    const sent: Told = ["11:01", "message_sent", { channel: "email", campaign: "old-1" }]
    const journey = edited(before, [["10:00", "go"]], after, "10:30", [
      ["10:40", "purchase"],
      sent,
      ["12:30", "csat"],
    ])
    expect(runs(journey, "11:30")).toEqual(["s 10:00 active: a sent, b scheduled, c scheduled"])
    expect(runs(journey, "13:00")).toEqual(["s 10:00 converted: a sent, b missed, c missed"])
    const [person] = journey.result(instant("13:00")).people
    // What is shown besides runs is the present map.
    expect([person?.segments, person?.stage.id]).toEqual([[], "all"])
    const complained = edited(before, [["10:00", "go"]], after, "10:30", [["10:40", "complaint"]])
    expect(runs(complained, "12:00")).toEqual(["s 10:00 exited: a exited, b exited, c exited"])
  })

  it("a scenario that is taken out runs to its end, and begins no more; a new one begins from then on", () => {
    const fresh = {
      scenarios: [{ id: "t", trigger: { event: "go" }, steps: [{ id: "x", channel: "popup" }] }],
    }
    const journey = edited(TWO, [["10:00", "go"]], fresh, "11:00", [["11:30", "go"]])
    expect(runs(journey, "11:31")).toEqual(["s 10:00 active: a missed, b scheduled", "t 11:30 active: x due"])
    expect(Object.keys(journey.result(instant("11:31")).totals.scenarios)).toEqual(["t"])
  })

  it("caps count what went out before, by the caps of each run's map", () => {
    const capped = (max: number): Sections => ({
      ...scenarioOf([{ id: "a", channel: "email" }]),
      caps: [{ max, per: "24h" }],
    })
    const told: Told[] = [
      ["10:00", "go"],
      ["10:20", "go"],
    ]
    const journey = edited(capped(5), told, capped(2), "10:30", [["10:40", "go"]])
    expect(runs(journey, "10:41")).toEqual([
      "s 10:00 completed: a missed",
      "s 10:20 completed: a missed",
      "s 10:40 completed: a capped",
    ])
  })

  it("who is in a segment of the new map has not entered it by the edit", () => {
    const welcome = {
      segments: [{ id: "seen", when: { event: "page_view" } }],
      scenarios: [
        { id: "w", trigger: { enters: { segment: "seen" } }, steps: [{ id: "a", channel: "email" }] },
      ],
    }
    const journey = edited(
      TWO,
      [
        ["10:00", "go"],
        ["10:01", "page_view"],
      ],
      welcome,
      "11:00",
      [["11:30", "page_view"]],
    )
    expect(runs(journey, "12:00")).toHaveLength(1)
  })

  it("keeps nothing of a map by which no run began", () => {
    const journey = edited(TWO, [["10:00", "page_view"]], ONE, "11:00")
    expect(journey.earlierMaps()).toEqual([])
  })

  it("can be taken up again with the maps that runs still go by, and late events find theirs", () => {
    const told: Told[] = [
      ["10:00", "go"],
      ["13:00", "go"],
      ["08:00", "go"],
    ]
    const journey = edited(TWO, told.slice(0, 1), ONE, "11:00", told.slice(1))
    const again = startJourney(mapOf(ONE), { coverage: "complete", earlier: journey.earlierMaps() })
    for (const event of eventsOf(told)) again.push(event)
    expect(again.result(instant("14:00"))).toEqual(journey.result(instant("14:00")))
    expect(runs(again, "14:00")).toEqual([
      "s 08:00 completed: a missed, b missed",
      "s 13:00 completed: c missed",
    ])
  })
})
