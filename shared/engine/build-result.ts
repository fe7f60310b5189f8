import type { AuditResult, LogProblem, PersonResult, RunResult, StepResult, Totals } from "./audit-result"
import type { CompiledMap } from "./compiled-map"
import { type Coverage, compileCoverage } from "./coverage"
import { isOwnSegment } from "./earlier-maps"
import { addFindings } from "./findings/add-findings"
import { FindingGatherer, type FindingList } from "./findings/finding-list"
import { writeInstant } from "./instant"
import { findOutcome } from "./outcome"
import type { Person } from "./person"
import { completeRun, type Run, type StepRun } from "./run"
import { describeGate, listGates } from "./step-gates"
import { findRunStatus, findStepStatus, type IsCovered } from "./step-status"
import { addTotals, newTotals, type RunningTotals, shareMix } from "./totals"
import { explainWhyNot } from "./why-not"

export interface ResultOptions {
  now: number
  coverage: Coverage
  problems?: readonly LogProblem[]
}

/** The result of people who have all been advanced to `now`. Changes nothing that a later fold would see. */
export function buildResult(compiled: CompiledMap, people: Person[], options: ResultOptions): AuditResult {
  const { now, problems = [] } = options
  const builder = new ResultBuilder(compiled, options)
  const results = [...people].sort(compareFirst).map((person) => builder.write(person))
  const { findings, totals } = builder.finish(problems)
  return { map: compiled.source.id, now: writeInstant(now), people: results, findings: [...findings], totals }
}

/** The order of people in a result: by their first event. */
export function compareFirst(one: Person, other: Person): number {
  return one.facts.firstAt - other.facts.firstAt || one.firstPlace - other.firstPlace
}

/** Writes a result person by person, in their order; what is left of each are findings and sums. */
export class ResultBuilder {
  private readonly now: number
  private readonly isCovered: IsCovered
  private readonly totals: RunningTotals
  private readonly findings = new FindingGatherer()

  constructor(compiled: CompiledMap, { now, coverage }: Pick<ResultOptions, "now" | "coverage">) {
    this.now = now
    this.isCovered = compileCoverage(coverage)
    this.totals = newTotals(compiled)
  }

  /** Of someone who has been advanced to `now`. */
  write(person: Person): PersonResult {
    for (const run of person.runs) completeRun(run, this.now)
    const result = writePerson(person, this.now, this.isCovered)
    addTotals(this.totals, person, result, this.now)
    addFindings(this.findings, person, result, this.now)
    return result
  }

  /** After the last one. `problems` are the lines that could not be used. */
  finish(problems: readonly LogProblem[]): { findings: FindingList; totals: Totals } {
    this.findings.addProblems(problems, this.now)
    shareMix(this.totals)
    return { findings: this.findings.finish(), totals: this.totals.totals }
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
    segments: compiled.segments.flatMap((segment, index) => {
      const since = memberships.segments[index]
      if (since === undefined || !isOwnSegment(segment)) return []
      return [{ id: segment.id, since: writeInstant(since) }]
    }),
    runs: writeRuns(person, now, isCovered),
    whyNot: explainWhyNot(person, now),
  }
}

/** By trigger time, then map order, then beginning; numbered per scenario in that order. */
function writeRuns(person: Person, now: number, isCovered: IsCovered): RunResult[] {
  const numbers = new Map<string, number>()
  return listRuns(person).map((run) => {
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

/** In the order of the result. */
export function listRuns(person: Person): Run[] {
  return [...person.runs].sort(compareRuns)
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
  if (sentAt === null && status !== "scheduled" && status !== "due")
    result.gates = listGates(step).map(describeGate)
  return result
}
