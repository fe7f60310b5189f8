import type { CompiledScenario } from "./compiled-map"
import { drawHoldout } from "./holdout"
import type { InstantWork } from "./instant-work"
import { takeByTime } from "./patience"
import type { Person } from "./person"
import { completeRun, Run, StepRun } from "./run"
import { withLast } from "./small-list"
import { scheduleFrom } from "./step-due"
import type { Firing } from "./trigger"

/**
 * What a firing trigger does (rules 3 and 8 to 10): begins a run if the audience holds and re-entry allows, unless one
 * is active. `place` is that of the event which fired it; null for timers, goals and membership changes.
 */
export function takeFiring(
  work: InstantWork,
  scenario: CompiledScenario,
  firing: Firing,
  place: number | null,
): void {
  const { person, at } = work
  if (at < scenario.from || at >= scenario.until) return
  if (!work.isFirstFiring(scenario.index, firing.key)) return
  if (scenario.audience && !scenario.audience.holds(person, at)) return
  const { active, lastEndedAt, any } = lookAtRuns(person, scenario, firing.key, at)
  if (scenario.once && any) return
  if (lastEndedAt !== null && at < lastEndedAt + scenario.reentryMs) return
  if (place === null && !takeByTime(person)) return
  if (active) {
    person.addFinding({
      kind: "ignored-active",
      at,
      scenario: scenario.id,
      step: null,
      channel: null,
      reason: null,
      evidence: firing.because,
    })
    return
  }
  beginRun(work, scenario, firing, place)
}

function lookAtRuns(person: Person, scenario: CompiledScenario, key: string | null, at: number) {
  const runs = person.runsOf(scenario.index)
  let any = false
  let active = false
  let lastEndedAt: number | null = null
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]
    if (!run || run.key !== key || run.over === "merged") continue
    any = true
    completeRun(run, at)
    if (run.over === null) active = true
    else if (lastEndedAt === null || (run.endedAt ?? 0) > lastEndedAt) lastEndedAt = run.endedAt
    // Runs of one scenario and key follow one another, but for those that a merge brought together.
    if (!person.joined) break
  }
  return { active, lastEndedAt, any }
}

function beginRun(work: InstantWork, scenario: CompiledScenario, firing: Firing, place: number | null): void {
  const { person, at } = work
  const withheld = scenario.holdout > 0 && drawHoldout(person.name, scenario.id) < scenario.holdout
  const run = new Run(scenario, firing.key, at, place, firing.because, withheld, person.runs.length)
  run.steps = scenario.steps.map((plan) => new StepRun(run, plan))
  person.addRun(run)
  person.activeRuns = withLast(person.activeRuns, run)
  if (scenario.goal) person.goalRuns = withLast(person.goalRuns, run)
  scheduleFrom(person, run, 0)
}
