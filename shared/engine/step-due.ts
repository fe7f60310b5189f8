import { DAY_MS } from "../map/duration"
import type { CompiledStep } from "./compiled-map"
import { addMs } from "./instant"
import type { Person } from "./person"
import { findQuietEnd } from "./quiet-hours"
import type { Run, StepRun } from "./run"
import { weekdayOf, type Zone } from "./zone"

/** No instant that fits within so long of anchor + `after`: the step is unschedulable (rule 17). */
const FARTHEST_MS = 8 * DAY_MS

interface Due {
  at: number
  obstacle: "quiet" | "unschedulable" | null
}

/**
 * Rule 17: the first instant, not before `base`, that is at `at` (the minute's beginning), on one of `days`, and out of
 * the channel's quiet hours, in this zone.
 */
function findDue(plan: CompiledStep, base: number, zone: Zone): Due {
  const { quiet } = plan.channel
  if (plan.at === null && plan.days === null && quiet === null) return { at: base, obstacle: null }
  const defers = quiet !== null && !quiet.skips
  const found =
    plan.at === null ? findOpen(plan, base, zone, defers) : findAtHour(plan, plan.at, base, zone, defers)
  if (found === null) return { at: base, obstacle: "unschedulable" }
  const fallsQuiet = quiet?.skips && findQuietEnd(quiet, found, zone) !== null
  return { at: found, obstacle: fallsQuiet ? "quiet" : null }
}

function findAtHour(
  plan: CompiledStep,
  minutes: number,
  base: number,
  zone: Zone,
  defers: boolean,
): number | null {
  const first = zone.dayAt(base) - 1
  for (let day = first; day <= first + 11; day++) {
    const at = zone.instantAt(day, minutes)
    if (at < base) continue
    if (at - base > FARTHEST_MS) return null
    if (plan.days && !plan.days[weekdayOf(day)]) continue
    if (defers && plan.channel.quiet && findQuietEnd(plan.channel.quiet, at, zone) !== null) continue
    return at
  }
  return null
}

function findOpen(plan: CompiledStep, base: number, zone: Zone, defers: boolean): number | null {
  let at = base
  // Each turn passes the rest of a day or of quiet hours: two a day at most, and a few where clocks change.
  for (let turn = 0; turn < 40; turn++) {
    if (at - base > FARTHEST_MS) return null
    const day = zone.dayAt(at)
    if (plan.days && !plan.days[weekdayOf(day)]) {
      at = zone.startOf(day + 1)
      continue
    }
    const quietEnd = defers && plan.channel.quiet ? findQuietEnd(plan.channel.quiet, at, zone) : null
    if (quietEnd === null) return at
    at = quietEnd
  }
  return null
}

/**
 * Rule 16: the anchor is the trigger for the first step and with `from: trigger`; otherwise the send of the step
 * before it (not of a refused one), else that step's due time.
 */
function findBase(step: StepRun): number {
  if (step.fallsAt !== null) return Math.max(step.fallsAt, step.notBefore)
  const { run, plan } = step
  const before = plan.fromTrigger ? undefined : run.steps[plan.index - 1]
  const anchor = before ? (before.countedSendAt ?? before.dueAt) : run.triggeredAt
  return Math.max(addMs(anchor, plan.afterMs), step.notBefore)
}

/** Sets the due time of a waiting step from its anchor. */
export function scheduleStep(person: Person, step: StepRun): void {
  const due = findDue(step.plan, findBase(step), person.zone())
  step.dueAt = due.at
  step.obstacle = due.obstacle
  step.zoneAssumed = person.facts.zone === null
  if (step.dueAt < person.stepsAt) person.stepsAt = step.dueAt
}

/** While a step waits, its due follows its anchor: sets anew all waiting steps of a run from an index on. */
export function scheduleFrom(person: Person, run: Run, index: number): void {
  for (let position = index; position < run.steps.length; position++) {
    const step = run.steps[position]
    if (step?.phase === "waiting") scheduleStep(person, step)
  }
}
