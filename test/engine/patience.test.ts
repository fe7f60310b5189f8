import { describe, expect, it } from "vitest"
import { audit, startJourney } from "../../shared/engine/journey"
import { MOST_BY_TIME } from "../../shared/engine/patience"
import { eventsOf, instant, iso, mapOf, type Told } from "./story"

const MINUTE = 60_000

const map = mapOf({
  channels: { email: { grace: "0s" } },
  stages: [{ id: "all" }, { id: "gone", when: { inactive: "30d" } }],
  scenarios: [
    { id: "s", trigger: { schedule: "* * * * *" }, steps: [{ id: "a", channel: "email" }] },
    { id: "quiet", trigger: { inactive: "60d" }, steps: [{ id: "a", channel: "email" }] },
  ],
})

const auditOf = (told: Told[], now: number) => audit(map, eventsOf(told), { now, coverage: "complete" })

const start: Told = ["10:00", "x"]
/** When the last run by time alone has begun: the first is that of the event's own minute. */
const lastAt = instant("10:00") + (MOST_BY_TIME - 1) * MINUTE

function tellRuns({ people: [person] }: ReturnType<typeof auditOf>) {
  const runs = (person?.runs ?? []).filter(({ scenario }) => scenario === "s")
  return {
    count: runs.length,
    last: runs.at(-1)?.triggeredAt,
    others: (person?.runs.length ?? 0) - runs.length,
  }
}

const tellBad = ({ findings }: ReturnType<typeof auditOf>) =>
  findings.filter(({ kind }) => kind === "bad-event")

describe("a person who is not heard of", () => {
  const late = auditOf([start], lastAt + 400 * 86_400_000)

  it("begins no more by schedules than can be held, which is told once", () => {
    expect(tellRuns(late)).toEqual({ count: MOST_BY_TIME, last: new Date(lastAt).toISOString(), others: 0 })
    expect(tellBad(late)).toMatchObject([
      { at: new Date(lastAt + MINUTE).toISOString(), person: "p", severity: "warning" },
    ])
    expect(tellBad(late)[0]?.text).toContain(iso("10:00"))
  })

  it("goes through the stages all the same", () => {
    expect(late.people[0]?.stage).toMatchObject({ id: "gone", since: "2026-04-01T10:00:00.000Z" })
  })

  it("is followed again from the next event on, in its very minute", () => {
    const at = new Date(lastAt + 10 * 86_400_000)
    const result = auditOf([start, [at.toISOString(), "x"]], at.getTime() + 2 * MINUTE)
    expect(tellRuns(result).count).toBe(MOST_BY_TIME + 3)
    expect(tellBad(result)).toHaveLength(1)
  })

  it("has as many runs as were heard of in time", () => {
    const result = auditOf([start], lastAt)
    expect([tellRuns(result).count, tellBad(result)]).toEqual([MOST_BY_TIME, []])
    const between = new Date(instant("10:00") + 5_000 * MINUTE + 1)
    const heard = auditOf([start, [between.toISOString(), "x"]], lastAt + 1_000 * MINUTE)
    expect([tellRuns(heard).count, tellBad(heard)]).toEqual([MOST_BY_TIME + 1_000, []])
  })

  it("is the same in the live fold, asked before and after", () => {
    const journey = startJourney(map, { coverage: "complete" })
    for (const event of eventsOf([start])) journey.push(event)
    const now = lastAt + 86_400_000
    expect(tellRuns(journey.result(now))).toEqual(tellRuns(late))
    expect(journey.result(lastAt - 19_000 * MINUTE)).toEqual(auditOf([start], lastAt - 19_000 * MINUTE))
    expect(journey.nextChangeAt(now)).toBe(instant("2026-04-01T10:00:00Z"))
  })
})

it("is not followed for more than a century, however seldom a schedule is", () => {
  const weekly = mapOf({
    segments: [{ id: "none", when: { event: "never" } }],
    scenarios: [
      {
        id: "s",
        trigger: { schedule: "0 10 * * MON", zone: "person" },
        audience: { segment: "none" },
        steps: [{ id: "a", channel: "email" }],
      },
      { id: "b", trigger: { date: "birthday", every: "year" }, steps: [{ id: "a", channel: "email" }] },
    ],
  })
  const events = eventsOf([["10:00", "identify", { birthday: "1990-05-05" }]])
  const told = (now: string) =>
    tellBad(audit(weekly, events, { now: instant(now), coverage: "complete" })).map(({ at }) =>
      at.slice(0, 4),
    )
  expect(told("2120-01-01T00:00:00Z")).toEqual([])
  expect(told("9999-01-01T00:00:00Z")).toEqual(["2126"])
  expect(told("+275760-01-01T00:00:00Z")).toEqual(["2126"])
})
