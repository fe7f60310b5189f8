import type { PersonResult, StepResult } from "../audit-result"
import { compareRuns } from "../build-result"
import type { FindingKind, FindingSeed } from "../finding"
import type { Person } from "../person"
import type { StepRun } from "../run"
import type { FindingGatherer } from "./finding-list"
import { listMixFindings } from "./mix-findings"

/** Everything about a person that the audit wants a human to see, as the result of the person stands at `now` (ms UTC). */
export function addFindings(
  gatherer: FindingGatherer,
  person: Person,
  result: PersonResult,
  now: number,
): void {
  const { name } = person
  for (const seed of person.findings ?? []) gatherer.add(seed, name)
  for (const seed of listStepFindings(person, result)) gatherer.add(seed, name)
  for (const seed of listMixFindings(person, now)) gatherer.add(seed, name)
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
