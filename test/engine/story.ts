import type { AuditResult, RunResult, StepResult } from "../../shared/engine/audit-result"
import { type Coverage, parseCoverage } from "../../shared/engine/coverage"
import { audit } from "../../shared/engine/journey"
import { parseEvent, type TouchpointEvent } from "../../shared/event"
import type { CommunicationMap } from "../../shared/map/communication-map"
import { parseMap } from "../../shared/map/parse-map"

/** The sections of a map that a test is about; the rest is as small as a map can be. */
export type Sections = Record<string, unknown>

const SMALLEST = {
  cuelight: 1,
  id: "m",
  name: "Map",
  timeZone: "UTC",
  stages: [{ id: "all" }],
  channels: { email: {}, push: {}, sms: {}, popup: {} },
  messages: { m: { type: "triggered" } },
}

export function mapOf(sections: Sections): CommunicationMap {
  const { map, problems } = parseMap(JSON.stringify({ ...SMALLEST, ...sections }))
  if (!map) throw new Error(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"))
  return map
}

/** One scenario `s` that `go` triggers, with its steps and whatever else is given. */
export function scenarioOf(steps: object[], rest: object = {}): { scenarios: object[] } {
  return { scenarios: [{ id: "s", trigger: { event: "go" }, steps, ...rest }] }
}

/** An instant: `"10:00"`, `"10:00:00.001"` of 2026-03-02, a Monday, or with a day `"04 10:00"`, or ISO 8601. All UTC. */
export function instant(text: string): number {
  if (text.includes("T")) return Date.parse(text)
  const [day, time] = text.includes(" ") ? text.split(" ") : ["02", text]
  const [hours = "0", minutes = "0", seconds = "0"] = (time ?? "").split(":")
  const ms = Number(hours) * 3_600_000 + Number(minutes) * 60_000 + Math.round(Number(seconds) * 1000)
  return Date.UTC(2026, 2, Number(day)) + ms
}

export function iso(text: string): string {
  return new Date(instant(text)).toISOString()
}

/** `[at, name, props?, rest?]`; ids are e1, e2, … unless the rest gives one; the person is `p`. */
export type Told = [at: string, name: string, props?: Record<string, unknown>, rest?: Record<string, unknown>]

export function eventsOf(told: Told[]): TouchpointEvent[] {
  return told.map(([at, name, props, rest], index) => {
    const value = {
      id: `e${index + 1}`,
      name,
      at: instant(at),
      person: "p",
      source: "test",
      ...(props && { props }),
      ...rest,
    }
    const parsed = parseEvent(value)
    if ("reason" in parsed) throw new Error(parsed.reason)
    return parsed.event
  })
}

export interface Story {
  result: AuditResult
  run(index?: number): RunResult
  step(index: number, run?: number): StepResult
  /** `kind` or `kind reason` of all findings, in their order. */
  kinds: string[]
}

/** Audits a map of some sections with a log. */
export function tell(
  sections: Sections,
  told: Told[],
  now: string,
  declared: unknown = "complete",
  further: { arrivals?: boolean } = {},
): Story {
  const read = parseCoverage(declared)
  if ("reason" in read) throw new Error(read.reason)
  const coverage: Coverage = read.coverage
  const result = audit(mapOf(sections), eventsOf(told), { now: instant(now), coverage, ...further })
  const run = (index = 0): RunResult => {
    const found = result.people[0]?.runs[index]
    if (!found) throw new Error(`There is no run ${index}`)
    return found
  }
  return {
    result,
    run,
    step: (index, of = 0) => {
      const found = run(of).steps[index]
      if (!found) throw new Error(`There is no step ${index}`)
      return found
    },
    kinds: result.findings.map(({ kind, reason }) => (reason === null ? kind : `${kind} ${reason}`)),
  }
}

/** Evidence of the step `s/ID`. */
export function evidence(at: string, name: string, step: string, props: Record<string, unknown> = {}): Told {
  return [at, `message_${name}`, { channel: "email", scenario: "s", step, ...props }]
}
