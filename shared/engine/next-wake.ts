import { beginHorizon, endHorizon } from "./horizon"
import { isGivenUp } from "./patience"
import type { Person } from "./person"
import { completeRun } from "./run"
import type { CompiledTrigger } from "./trigger"

/** A schedule of every minute, over years in which nobody is in its audience, is not looked at every minute. */
const SELDOM_MS = 3_600_000

/** When a timer trigger may fire next after `at` (ms UTC). */
export function findNextTimer(person: Person, at: number): number {
  person.sleeps = null
  let next = Number.POSITIVE_INFINITY
  for (const trigger of person.compiled.timerTriggers) {
    const firesAt = findNextFiring(person, trigger, at)
    if (firesAt < next) next = firesAt
  }
  return next
}

/** One that leaves no trace without its audience waits until that can hold. */
function findNextFiring(person: Person, { timer, scenario }: CompiledTrigger, at: number): number {
  if (!timer || (timer.isEndless && isGivenUp(person))) return Number.POSITIVE_INFINITY
  const { audience } = scenario
  const firesAt = timer.nextAt(person, at)
  if (!timer.waitsForAudience || !audience || firesAt - at > SELDOM_MS) return firesAt
  const { activity } = person.compiled
  activity.activityMatters = false
  const around = beginHorizon()
  let changesAt = at
  let holds = true
  try {
    holds = audience.holds(person, at)
  } finally {
    changesAt = endHorizon(around)
  }
  if (holds) return firesAt
  if (activity.activityMatters) person.sleeps = "lightly"
  else person.sleeps ??= "deeply"
  return Number.isFinite(changesAt) ? timer.nextAt(person, changesAt - 1) : Number.POSITIVE_INFINITY
}

/** When a step that waits is due next. Runs that are over are no longer followed. */
export function findNextStep(person: Person, at: number): number {
  let next = Number.POSITIVE_INFINITY
  let kept = 0
  const runs = person.activeRuns
  for (const run of runs) {
    completeRun(run, at)
    if (run.over !== null) continue
    runs[kept++] = run
    for (const step of run.steps) if (step.phase === "waiting" && step.dueAt < next) next = step.dueAt
  }
  runs.length = kept
  return next
}

/** When something may happen next after `at`, to which the person has been advanced, by time alone. */
export function findNextWake(person: Person, at: number): number {
  return Math.min(person.memberships.changesAt, findNextTimer(person, at), findNextStep(person, at))
}
