import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { auditInPasses } from "../../shared/engine/audit-in-passes"
import { audit, startAudit } from "../../shared/engine/journey"
import { startSurvey } from "../../shared/engine/survey-log"
import type { TouchpointEvent } from "../../shared/event"
import { anyLog, anyNow } from "./any-log"
import { readRichMap } from "./rich-map"

const map = readRichMap()
const RUNS = Number(process.env.PROPERTY_RUNS ?? 1)
const seed = Number(process.env.PROPERTY_SEED ?? 20_260_302)

function auditTwice(events: readonly TouchpointEvent[], now: number, portion?: number) {
  const survey = startSurvey(now)
  for (const event of events) survey.take(event)
  const plan = survey.finish()
  const running = startAudit(map, { now, coverage: "complete", plan, ...(portion && { portion }) })
  for (const event of events) running.push(event)
  return { result: running.finish(), plan }
}

/** As a long file is audited: the people of so many events are folded at once, and what is not of them is passed over. */
function auditInParts(
  events: readonly TouchpointEvent[],
  now: number,
  portion: number,
  eventsPerPart: number,
) {
  const survey = startSurvey(now, { eventsPerPart })
  const households = events.map((each) => survey.take(each))
  const plan = survey.finish()
  const running = auditInPasses(map, { now, coverage: "complete", plan, portion })
  const people = running.passes.flatMap((start) => {
    const pass = start()
    for (const [index, each] of events.entries())
      if (pass.needs(plan.partOfHousehold(households[index] ?? -1))) pass.push(each)
      else pass.skip()
    return [...pass.finish()]
  })
  const { findings, totals } = running.finish([])
  return { people, findings: [...findings], totals }
}

const event = (id: string, person: string, at: number, user?: string): TouchpointEvent => ({
  id,
  name: "page_view",
  at,
  person,
  source: "test",
  ...(user !== undefined && { user }),
})

describe("an audit after a survey", () => {
  it("gives the same for any log, in order or not, with joined people and repeated events", {
    timeout: 120_000 * RUNS,
  }, () => {
    fc.assert(
      fc.property(
        anyLog({ people: ["a1", "a2", "a3", "u1"], users: ["u1", "u2"] }),
        anyLog({ people: ["b1"] }),
        fc.boolean(),
        fc.array(fc.nat(60), { maxLength: 5 }),
        anyNow,
        fc.constantFrom(1, 3, 20, undefined),
        (one, other, ordered, repeated, now, portion) => {
          const all = [...one, ...other.map((each) => ({ ...each, id: `other-${each.id}` }))]
          const events = [...all, ...repeated.flatMap((index) => all[index] ?? [])]
          if (ordered) events.sort((first, second) => first.at - second.at)
          const whole = audit(map, events, { now, coverage: "complete" })
          expect(JSON.stringify(auditTwice(events, now, portion).result)).toBe(JSON.stringify(whole))
          const { people, findings, totals } = whole
          for (const eventsPerPart of [70, 1e6])
            expect(JSON.stringify(auditInParts(events, now, portion ?? 1_024, eventsPerPart))).toBe(
              JSON.stringify({ people, findings, totals }),
            )
        },
      ),
      { numRuns: 80 * RUNS, seed },
    )
  })

  it("keeps the events only of people with late ones, and of people who are joined", () => {
    const { plan } = auditTwice(
      [
        event("1", "calm", 1_000),
        event("2", "late", 5_000),
        event("3", "phone", 6_000),
        event("4", "desk", 7_000, "user"),
        event("5", "late", 4_000),
        event("6", "calm", 8_000, "known"),
        event("7", "phone", 9_000, "user"),
      ],
      1e6,
    )
    const kept = ["calm", "late", "phone", "desk", "user", "known"].filter((id) => plan.keepingFor(id).events)
    expect(kept).toEqual(["late", "phone", "desk", "user"])
  })

  it("remembers only ids that may come again", () => {
    const { plan } = auditTwice([event("1", "a", 1), event("2", "a", 2), event("1", "a", 3)], 1e6)
    expect(["1", "2"].filter((id) => plan.mayRepeat(id))).toEqual(["1"])
  })

  it("refuses a log that is not the one it surveyed", () => {
    const survey = startSurvey(1e6)
    for (const at of [1, 2]) survey.take(event(String(at), "a", at))
    const running = startAudit(map, { now: 1e6, coverage: "complete", plan: survey.finish() })
    running.push(event("1", "a", 10))
    running.push(event("2", "a", 11))
    // Events are folded in portions: what comes in the wrong order within one is put right.
    for (let at = 0; at < 5_000; at++) running.push(event(`b${at}`, "b", at))
    running.push(event("3", "a", 2))
    expect(() => running.finish()).toThrow("not the one that was surveyed")
  })
})
