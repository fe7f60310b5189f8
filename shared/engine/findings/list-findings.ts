import type { Finding, LogProblem, PersonResult, StepResult } from "../audit-result"
import { compareRuns } from "../build-result"
import type { FindingKind, FindingSeed } from "../finding"
import { writeInstant } from "../instant"
import type { Person } from "../person"
import type { StepRun } from "../run"
import { listMixFindings } from "./mix-findings"
import { severityOf } from "./severity"
import { writeFinding } from "./words"

/** Everything the audit wants a human to see, by time, kind, person, scenario, step. */
export function listFindings(
  people: readonly Person[],
  results: readonly PersonResult[],
  { now, problems }: { now: number; problems: readonly LogProblem[] },
): Finding[] {
  const seeds: { person: string | null; seed: FindingSeed; line?: number }[] = []
  for (const [index, person] of people.entries()) {
    const { name } = person
    for (const seed of person.findings ?? []) seeds.push({ person: name, seed })
    const result = results[index]
    if (result) for (const seed of listStepFindings(person, result)) seeds.push({ person: name, seed })
    for (const seed of listMixFindings(person, now)) seeds.push({ person: name, seed })
  }
  for (const { line, reason, at } of problems) {
    const seed: FindingSeed = {
      kind: "bad-event",
      at: at !== undefined && at <= now ? at : now,
      scenario: null,
      step: null,
      channel: null,
      reason: null,
      evidence: [],
      detail: reason,
    }
    seeds.push({ person: null, seed, line })
  }
  seeds.sort(
    (one, other) =>
      one.seed.at - other.seed.at ||
      compareTexts(one.seed.kind, other.seed.kind) ||
      compareTexts(one.person, other.person) ||
      compareTexts(one.seed.scenario, other.seed.scenario) ||
      compareTexts(one.seed.step, other.seed.step) ||
      (one.line ?? 0) - (other.line ?? 0),
  )
  return seeds.map(({ person, seed, line }) => {
    const finding: Finding = {
      kind: seed.kind,
      severity: severityOf(seed.kind),
      at: writeInstant(seed.at),
      person,
      scenario: seed.scenario,
      step: seed.step,
      channel: seed.channel,
      reason: seed.reason,
      evidence: [...seed.evidence],
      text: writeFinding(seed, person),
    }
    if (line !== undefined) finding.line = line
    return finding
  })
}

function compareTexts(one: string | null, other: string | null): number {
  const [first, second] = [one ?? "", other ?? ""]
  return first < second ? -1 : first > second ? 1 : 0
}

/** Findings that follow from the status of a step, as the result shows it. */
function listStepFindings(person: Person, result: PersonResult): FindingSeed[] {
  const seeds: FindingSeed[] = []
  for (const [index, run] of [...person.runs].sort(compareRuns).entries()) {
    for (const [position, step] of run.steps.entries()) {
      const shown = result.runs[index]?.steps[position]
      const found = shown && judgeStep(step, shown)
      if (!found) continue
      seeds.push({
        ...found,
        scenario: run.scenario.id,
        step: step.plan.id,
        channel: step.plan.channel.id,
        reason: null,
        evidence: shown.evidence,
      })
    }
  }
  return seeds
}

function judgeStep(step: StepRun, { status, reason }: StepResult): { kind: FindingKind; at: number } | null {
  switch (status) {
    case "missed":
      return { kind: "missed", at: step.lapsesAt }
    case "late":
    case "early":
      return { kind: status, at: step.message?.sentAt ?? step.dueAt }
    case "failed":
      return { kind: "failed", at: step.message?.failedAt ?? step.dueAt }
    case "skipped":
      return reason === "integration-missing" ? { kind: "never-can", at: step.dueAt } : null
    default:
      return null
  }
}
