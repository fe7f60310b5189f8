import type { Entry } from "./entry"
import type { InstantWork } from "./instant-work"
import { completeRun, endRun, type Run } from "./run"

/**
 * Rule 12: the runs that this event brings to their goal. It ends them unless the scenario goes on; one that had
 * completed or exited is converted and keeps its end.
 */
export function takeGoal(work: InstantWork, entry: Entry): Set<Run> | null {
  const { person, at } = work
  if (person.goalRuns.length === 0) return null
  let reached: Set<Run> | null = null
  const runs = person.goalRuns
  let open = 0
  for (const run of runs) {
    const { goal } = run.scenario
    completeRun(run, at)
    if (!goal || run.over === "merged" || at - run.triggeredAt > goal.withinMs) continue
    if (!run.isAfterTrigger(at, entry.place) || !goal.matcher.matches(entry)) {
      runs[open++] = run
      continue
    }
    run.goalAt = at
    if (run.over === null && !run.scenario.continueAfterGoal) endRun(run, "goal", at)
    reached ??= new Set()
    reached.add(run)
    work.addGoal(run, entry.id)
  }
  runs.length = open
  return reached
}

/** Rule 11. One event that is goal and exit is a goal. */
export function takeExit(work: InstantWork, entry: Entry, reached: Set<Run> | null): void {
  const { person, at } = work
  for (const run of person.activeRuns) {
    const { exit } = run.scenario
    if (!exit || run.over !== null || reached?.has(run)) continue
    if (!exit.matches(entry) || !run.isAfterTrigger(at, entry.place)) continue
    completeRun(run, at)
    if (run.over === null) endRun(run, "exited", at)
  }
}

/** The step with the latest send at or before the goal gets the credit, not a refused one. After all of the instant. */
export function creditGoals(work: InstantWork): void {
  for (const run of work.goals?.keys() ?? []) {
    let latest = Number.NEGATIVE_INFINITY
    for (const [index, step] of run.steps.entries()) {
      const sentAt = step.countedSendAt
      if (sentAt === null || sentAt > work.at || sentAt < latest) continue
      latest = sentAt
      run.goalStep = index
    }
  }
}
