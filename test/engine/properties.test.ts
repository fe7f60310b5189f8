import * as fc from "fast-check"
import { describe, expect, it, vi } from "vitest"
import type { AuditResult } from "../../shared/engine/audit-result"
import { audit, startJourney } from "../../shared/engine/journey"
import type { TouchpointEvent } from "../../shared/event"
import { anyLog, anyNow, START } from "./any-log"
import { readRichMap } from "./rich-map"

const map = readRichMap()

/** The same logs each time, so that a failure is one of the change at hand. More, and others: PROPERTY_RUNS, PROPERTY_SEED. */
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1)
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_260_302) })
vi.setConfig({ testTimeout: 120_000 * RUNS })
const DAY = 86_400_000

const auditOf = (events: TouchpointEvent[], now: number) => audit(map, events, { now, coverage: "complete" })

const bytes = (result: AuditResult) => JSON.stringify(result)

/** Two people on shared browsers, and their users. */
const anyHousehold = anyLog({ people: ["a1", "a2", "a3", "u1"], users: ["u1", "u2"] })

describe("the live fold and the audit", () => {
  it("agree for any log, asked at any instants while it comes in", () => {
    fc.assert(
      fc.property(
        anyHousehold,
        fc.array(fc.tuple(fc.nat(40), anyNow), { maxLength: 4 }),
        anyNow,
        (events, peeks, now) => {
          const journey = startJourney(map, { coverage: "complete" })
          for (const [index, event] of events.entries()) {
            journey.push(event)
            for (const [after, at] of peeks) {
              if (after !== index) continue
              expect(bytes(journey.result(at))).toBe(bytes(auditOf(events.slice(0, index + 1), at)))
            }
          }
          expect(bytes(journey.result(now))).toBe(bytes(auditOf(events, now)))
        },
      ),
      { numRuns: 80 * RUNS },
    )
  })

  it("agree in whatever portions the events are folded", () => {
    fc.assert(
      fc.property(anyHousehold, fc.nat(7), anyNow, (events, size, now) => {
        const inPortions = audit(map, events, { now, coverage: "complete", portion: size + 1 })
        expect(bytes(inPortions)).toBe(bytes(auditOf(events, now)))
      }),
      { numRuns: 40 * RUNS },
    )
  })

  it("give the same however often and in whatever order they are asked", () => {
    fc.assert(
      fc.property(anyHousehold, fc.array(anyNow, { minLength: 1, maxLength: 6 }), (events, instants) => {
        const journey = startJourney(map, { coverage: "complete" })
        for (const event of events) journey.push(event)
        const first = instants.map((at) => bytes(journey.result(at)))
        const again = [...instants].reverse().map((at) => bytes(journey.result(at)))
        expect(again.reverse()).toEqual(first)
      }),
      { numRuns: 25 * RUNS },
    )
  })
})

describe("a late event", () => {
  it("changes nothing but what it would have changed in its place", () => {
    fc.assert(
      fc.property(anyHousehold, fc.infiniteStream(fc.nat()), anyNow, (events, order, now) => {
        // Distinct instants: of one instant, the place in the log decides.
        const apart = events.map((event, index) => ({ ...event, at: event.at + index * 7 }))
        const sorted = [...apart].sort((one, other) => one.at - other.at)
        const shuffled = sorted
          .map((event) => ({ event, key: order.next().value ?? 0 }))
          .sort((one, other) => one.key - other.key)
          .map(({ event }) => event)
        const journey = startJourney(map, { coverage: "complete" })
        for (const event of shuffled) {
          journey.push(event)
          journey.result(event.at)
        }
        expect(bytes(journey.result(now))).toBe(bytes(auditOf(sorted, now)))
        expect(bytes(auditOf(shuffled, now))).toBe(bytes(auditOf(sorted, now)))
      }),
      { numRuns: 25 * RUNS },
    )
  })

  it("among many, folded before and after it, changes only those who share its household", () => {
    fc.assert(
      fc.property(anyHousehold, anyLog({ people: ["b1"] }), fc.nat(100), anyNow, (one, other, at, now) => {
        const apart = [...one, ...other.map((event) => ({ ...event, id: `other-${event.id}` }))]
        const all = apart.map((event, index) => ({ ...event, at: event.at + index * 7 }))
        const place = at % all.length
        const late = [...all.slice(0, place), ...all.slice(place + 1), ...all.slice(place, place + 1)]
        const sorted = [...all].sort((first, second) => first.at - second.at)
        for (const portion of [1, 7, 1_000]) {
          const result = audit(map, late, { now, coverage: "complete", portion })
          expect(bytes(result)).toBe(bytes(auditOf(sorted, now)))
        }
      }),
      { numRuns: 20 * RUNS },
    )
  })

  it("that is a repetition changes nothing", () => {
    fc.assert(
      fc.property(anyHousehold, fc.array(fc.nat(39), { maxLength: 5 }), anyNow, (events, repeated, now) => {
        const again = repeated.flatMap((index) => events[index] ?? [])
        expect(bytes(auditOf([...events, ...again], now))).toBe(bytes(auditOf(events, now)))
      }),
      { numRuns: 40 * RUNS },
    )
  })
})

describe("independent people", () => {
  it("do not touch each other, in whatever order they come", () => {
    fc.assert(
      fc.property(
        anyLog({ people: ["a1", "a2"], users: ["a"] }),
        anyLog({ people: ["b1"] }),
        anyNow,
        (one, other, now) => {
          const renamed = other.map((event) => ({ ...event, id: `other-${event.id}` }))
          const together = auditOf([...one, ...renamed], now)
          const reversed = auditOf([...renamed, ...one], now)
          const alone = [...auditOf(one, now).people, ...auditOf(renamed, now).people]
          const byPerson = (people: AuditResult["people"]) =>
            people.map((person) => JSON.stringify(person)).sort((a, b) => (a < b ? -1 : 1))
          expect(byPerson(together.people)).toEqual(byPerson(alone))
          expect(byPerson(reversed.people)).toEqual(byPerson(together.people))
          expect(reversed.totals).toEqual(together.totals)
        },
      ),
      { numRuns: 30 * RUNS },
    )
  })
})

describe("the clock", () => {
  it("moved in small or large steps, past events as they come, gives the same", () => {
    fc.assert(
      fc.property(
        anyHousehold,
        fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 10 }),
        fc.boolean(),
        (events, minutes, repeats) => {
          const sorted = [...events].sort((one, other) => one.at - other.at)
          const journey = startJourney(map, { coverage: "complete" })
          let now = START - 60_000
          let come = 0
          for (const step of [...minutes, 1_000]) {
            now += step * 60_000
            for (; (sorted[come]?.at ?? Number.POSITIVE_INFINITY) <= now; come++) {
              const event = sorted[come]
              if (event) journey.push(event)
              if (event && repeats) journey.push({ ...event, name: "purchase" })
            }
            // What lies after it is not seen, whether the log has it already or not.
            expect(bytes(journey.result(now))).toBe(bytes(auditOf(sorted, now)))
          }
        },
      ),
      { numRuns: 25 * RUNS },
    )
  })

  /** What was decided stays: a run, once there, keeps its trigger; a step that was settled or refused stays so. */
  it("never takes back what was decided when it is moved on", () => {
    fc.assert(
      fc.property(anyHousehold, anyNow, fc.nat(200), (events, now, minutes) => {
        const earlier = auditOf(events, now)
        const later = auditOf(events, now + minutes * 60_000)
        for (const person of earlier.people) {
          const merged = later.people.find(({ ids }) => person.ids.every((id) => ids.includes(id)))
          const runs = merged?.runs ?? []
          for (const run of person.runs) {
            const same = runs.filter(
              (each) =>
                each.scenario === run.scenario &&
                each.triggeredAt === run.triggeredAt &&
                each.key === run.key,
            )
            expect(same.length, JSON.stringify(run)).toBeGreaterThan(0)
            if (merged?.ids.length !== person.ids.length) continue
            for (const [index, step] of run.steps.entries()) {
              if (!["sent", "early", "skipped", "withheld"].includes(step.status)) continue
              const after = same.find((each) => each.run === run.run)?.steps[index]
              if (after?.status === "failed") continue
              expect(after?.dueAt).toBe(step.dueAt)
              expect(after?.status).toBe(step.status)
              expect(after?.reason).toBe(step.reason)
            }
          }
        }
      }),
      { numRuns: 60 * RUNS },
    )
  })

  it("changes nothing before the next instant of change", () => {
    fc.assert(
      fc.property(anyHousehold, anyNow, (events, from) => {
        const journey = startJourney(map, { coverage: "complete" })
        for (const event of events) journey.push(event)
        let now = from
        for (let step = 0; step < 12; step++) {
          const next = journey.nextChangeAt(now)
          if (next === null) break
          expect(next).toBeGreaterThan(now)
          expect(withoutClock(journey.result(next - 1))).toBe(withoutClock(journey.result(now)))
          now = next
        }
        const next = journey.nextChangeAt(now)
        if (next === null)
          expect(withoutClock(journey.result(now + 400 * DAY))).toBe(withoutClock(journey.result(now)))
      }),
      { numRuns: 15 * RUNS },
    )
  })
})

/** The result without what only tells the time. */
function withoutClock({ people, findings, totals }: AuditResult): string {
  return JSON.stringify({
    people: people.map(({ whyNot: _, ...person }) => person),
    findings: findings.map(({ at, ...finding }) =>
      finding.kind === "mix" || finding.kind === "volume" ? finding : { ...finding, at },
    ),
    totals,
  })
}

it("starts on a Monday morning", () => {
  expect(new Date(START).getUTCDay()).toBe(1)
})
