import "../../property-seed"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { AuditResult } from "../../../shared/engine/audit-result"
import { audit } from "../../../shared/engine/journey"
import type { TouchpointEvent } from "../../../shared/event"
import type { CommunicationMap } from "../../../shared/map/communication-map"
import { anyLog, anyNow, START } from "../any-log"
import { anyMap } from "./any-map"
import { readPlainly } from "./fold"
import { writePlainly } from "./write"

const RUNS = Number(process.env.PROPERTY_RUNS ?? 1)

/** The same of the engine's result. `ignored-active` has its trigger's events, mix and volume are sums. */
function strip({ people, findings }: AuditResult): unknown {
  return people.map((one) => ({
    person: one.person,
    ids: one.ids,
    stages: one.stages.map(({ id, from }) => `${id} ${from}`),
    segments: one.segments.map(({ id, since }) => `${id} ${since}`),
    runs: one.runs.map((run) => ({
      scenario: run.scenario,
      key: run.key,
      status: run.status,
      triggeredAt: run.triggeredAt,
      endedAt: run.endedAt,
      goalAt: run.goalAt,
      goalStep: run.goalStep,
      steps: run.steps.map((step) => ({
        id: step.id,
        due: step.dueAt,
        zone: step.zone,
        status: step.reason === null ? step.status : `${step.status} ${step.reason}`,
        sentAt: step.sentAt,
        evidence: step.evidence,
      })),
    })),
    findings: findings
      .filter(
        ({ person, kind }) => person === one.person && !/^(mix|volume|phantom-event|bad-event)$/.test(kind),
      )
      .map(
        ({ at, kind, scenario, step, reason, evidence }) =>
          `${at} ${kind} ${scenario}/${step} ${reason} ${kind === "ignored-active" ? "-" : evidence}`,
      )
      .sort(),
  }))
}

const anyEvents = anyLog({ people: ["a1", "a2", "u1"], users: ["u1", "u2"], most: 30 })

/** What the steps of `anyMap` are called. */
const STEPS: Record<string, unknown> = { email: "s0", push: "s1" }

/** The same logs with evidence that names steps of `anyMap`, and with people who travel. */
const anyOwnEvents = fc
  .tuple(
    anyEvents,
    fc.array(fc.tuple(fc.nat(), fc.constantFrom("Europe/Moscow", "America/New_York", "Asia/Tokyo", null)), {
      maxLength: 4,
    }),
  )
  .map(([events, moves]) => {
    const own = events.map((event): TouchpointEvent => {
      const step = STEPS[String(event.props?.step)]
      return step === undefined ? event : { ...event, props: { ...event.props, step } }
    })
    for (const [place, timezone] of moves) {
      const index = place % own.length
      const { props: _, ...event } = own[index] as TouchpointEvent
      own[index] = { ...event, name: "identify", props: { timezone, email: "x@example.com" } }
    }
    return own
  })

/** Mornings in March, and nights in which the clocks of Berlin or New York change. */
const anyNight = fc.constantFrom(
  START,
  START,
  Date.UTC(2026, 2, 28, 21),
  Date.UTC(2026, 2, 8, 4),
  Date.UTC(2026, 9, 24, 21),
  Date.UTC(2026, 10, 1, 3),
)

function expectSame(map: CommunicationMap, told: TouchpointEvent[], asked: number, begin = START): void {
  const events = told.map((event) => ({ ...event, at: event.at + begin - START }))
  const now = asked + begin - START
  const plain = writePlainly(map, readPlainly(map, events, now), now)
  expect(strip(audit(map, events, { now, coverage: "complete" }))).toEqual(plain)
}

describe("the engine and the rules read word by word", () => {
  it("agree on any map and log", () => {
    fc.assert(fc.property(anyMap, anyOwnEvents, anyNow, anyNight, expectSame), { numRuns: 8 * RUNS })
  })
})
