import { askGates, tellRefusals } from "./gates/registry"
import type { InstantWork } from "./instant-work"
import type { Person } from "./person"
import type { Reason, StepRun } from "./run"
import { Send } from "./sends"
import { settleHeld } from "./settle"
import { scheduleFrom, scheduleStep } from "./step-due"

/** The steps that are due at this instant, one after another in the order of rule 3, until none is left. */
export function goDueSteps(work: InstantWork): void {
  for (let step = findDueStep(work); step; step = findDueStep(work)) goStep(work, step)
  // Held for a run that was over before the gates were asked, or put off by a cap.
  for (const step of work.held ?? []) settleHeld(work, step)
}

/** By priority (higher first), trigger time, scenario order in the map, step order. */
function findDueStep({ person, at }: InstantWork): StepRun | null {
  let first: StepRun | null = null
  for (const run of person.activeRuns) {
    if (run.over !== null) continue
    for (const step of run.steps) {
      if (step.phase !== "waiting" || step.dueAt > at) continue
      if (!first || comesBefore(step, first)) first = step
    }
  }
  return first
}

function comesBefore(one: StepRun, other: StepRun): boolean {
  const difference =
    other.run.scenario.priority - one.run.scenario.priority ||
    one.run.triggeredAt - other.run.triggeredAt ||
    one.run.scenario.index - other.run.scenario.index ||
    one.run.order - other.run.order ||
    one.plan.index - other.plan.index
  return difference < 0
}

function goStep(work: InstantWork, step: StepRun): void {
  const { person, at } = work
  const question = { person, step, at, early: false }
  const { refusedBy, deferTo, refusals } = askGates(question)
  step.refusals = refusals
  if (refusedBy) step.told = tellRefusals(question, refusals)
  if (refusedBy) refuseStep(person, step, refusedBy.reason, at)
  else if (deferTo !== null) {
    step.notBefore = Math.max(deferTo, at + 1)
    scheduleStep(person, step)
    scheduleFrom(person, step.run, step.plan.index + 1)
  } else {
    step.phase = "open"
    addPlannedSend(person, step)
  }
  if (step.held) settleHeld(work, step)
}

/** What caps count of a planned send: its due time (rule 21). */
export function addPlannedSend(person: Person, step: StepRun): void {
  if (!person.compiled.hasCaps) return
  person.addSend(new Send(step.dueAt, step.plan.channel.id, step.plan.type, step, null))
}

/** Reasons from which the step listed right after may fall through (rule 19). */
const FALLS_THROUGH = new Set<Reason>(["integration-missing", "unreachable", "consent"])

/**
 * Refuses a step at an instant. Where the step right after it stands in for it (`ifNot` that refers to it), that one
 * does not wait: it is due at this same instant, moved by its own `at`, `days` and quiet hours.
 */
export function refuseStep(person: Person, step: StepRun, reason: Reason, at: number): void {
  step.phase = "refused"
  step.reason = reason
  step.settledAt = at
  const next = step.run.steps[step.plan.index + 1]
  if (FALLS_THROUGH.has(reason) && next?.phase === "waiting" && next.plan.ifNot?.step === step.plan.index) {
    next.fallsAt = at
  }
  scheduleFrom(person, step.run, step.plan.index + 1)
}
