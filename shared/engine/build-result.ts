import type { AuditResult, LogProblem, PersonResult, RunResult, StepResult } from "./audit-result"
import type { CompiledMap } from "./compiled-map"
import { type Coverage, compileCoverage } from "./coverage"
import { listFindings } from "./findings/list-findings"
import { gates } from "./gates/registry"
import { writeInstant } from "./instant"
import { findOutcome } from "./outcome"
import type { Person } from "./person"
import { completeRun, type Run, type StepRun } from "./run"
import { findRunStatus, findStepStatus, type IsCovered } from "./step-status"
import { addTotals, newTotals, shareMix } from "./totals"
import { explainWhyNot } from "./why-not"

export interface ResultOptions {
  now: number
  coverage: Coverage
  problems?: readonly LogProblem[]
}

/** The result of people who have all been advanced to `now`. Changes nothing that a later fold would see. */
export function buildResult(compiled: CompiledMap, people: Person[], options: ResultOptions): AuditResult {
  const { now, coverage, problems = [] } = options
  const isCovered = compileCoverage(coverage)
  const ordered = [...people].sort(
    (one, other) => one.facts.firstAt - other.facts.firstAt || one.firstPlace - other.firstPlace,
  )
  const totals = newTotals(compiled)
  const results: PersonResult[] = []
  for (const person of ordered) {
    for (const run of person.runs) completeRun(run, now)
    const result = writePerson(person, now, isCovered)
    results.push(result)
    addTotals(totals, person, result, now)
  }
  shareMix(totals)
  return {
    map: compiled.source.id,
    now: writeInstant(now),
    people: results,
    findings: listFindings(ordered, results, { now, problems }),
    totals: totals.totals,
  }
}

function writePerson(person: Person, now: number, isCovered: IsCovered): PersonResult {
  const { compiled, memberships } = person
  const spans = memberships.stages.map((span, index) => {
    const next = memberships.stages[index + 1]
    return {
      id: compiled.stages[span.stage]?.id ?? "",
      from: writeInstant(span.from),
      to: next ? writeInstant(next.from) : null,
      because: span.because,
    }
  })
  const present = spans.at(-1)
  return {
    person: person.name,
    ids: [...person.ids],
    stage: { id: present?.id ?? "", since: present?.from ?? "", because: present?.because ?? [] },
    stages: spans,
    segments: compiled.segments.flatMap(({ id }, index) => {
      const since = memberships.segments[index]
      return since === undefined ? [] : [{ id, since: writeInstant(since) }]
    }),
    runs: writeRuns(person, now, isCovered),
    whyNot: explainWhyNot(person, now),
  }
}

/** By trigger time, then map order, then beginning; numbered per scenario in that order. */
function writeRuns(person: Person, now: number, isCovered: IsCovered): RunResult[] {
  const numbers = new Map<string, number>()
  return [...person.runs].sort(compareRuns).map((run) => {
    const number = (numbers.get(run.scenario.id) ?? 0) + 1
    numbers.set(run.scenario.id, number)
    return {
      scenario: run.scenario.id,
      run: number,
      key: run.key,
      status: findRunStatus(run),
      triggeredAt: writeInstant(run.triggeredAt),
      endedAt: run.endedAt === null ? null : writeInstant(run.endedAt),
      because: run.because,
      goalAt: run.goalAt === null ? null : writeInstant(run.goalAt),
      goalStep: run.goalStep === null ? null : (run.steps[run.goalStep]?.plan.id ?? null),
      steps: run.steps.map((step) => writeStep(step, now, isCovered)),
    }
  })
}

export function compareRuns(one: Run, other: Run): number {
  return (
    one.triggeredAt - other.triggeredAt ||
    one.scenario.index - other.scenario.index ||
    one.order - other.order
  )
}

function writeStep(step: StepRun, now: number, isCovered: IsCovered): StepResult {
  const { status, reason } = findStepStatus(step, now, isCovered)
  const messages = step.messages ?? []
  const sentAt =
    step.phase === "settled"
      ? (step.message?.sentAt ?? null)
      : (messages.find((m) => m.sentAt !== null)?.sentAt ?? null)
  const outcomes: StepResult["outcomes"] = {}
  for (const outcome of ["delivered", "opened", "clicked"] as const) {
    const reachedAt = findOutcome(step, outcome)
    if (reachedAt !== null) outcomes[outcome] = writeInstant(reachedAt)
  }
  const result: StepResult = {
    id: step.plan.id,
    channel: step.plan.channel.id,
    message: step.plan.message?.id ?? null,
    dueAt: step.neverDue ? null : writeInstant(step.dueAt),
    zone: step.zoneAssumed ? "assumed" : "person",
    status,
    reason,
    sentAt: sentAt === null ? null : writeInstant(sentAt),
    evidence: messages.flatMap(({ evidence }) => evidence),
    outcomes,
  }
  if (sentAt === null && status !== "scheduled" && status !== "due") result.gates = listGates(step)
  return result
}

function listGates(step: StepRun): { gate: string; passed: boolean }[] {
  const runGoesOn = step.reason !== "exited" && step.reason !== "goal" && step.reason !== "merged"
  const asked =
    step.refusals < 0
      ? []
      : gates.map(({ id }, index) => ({ gate: id, passed: !(step.refusals & (1 << index)) }))
  return [{ gate: "run", passed: runGoesOn }, ...asked]
}
