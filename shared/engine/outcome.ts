import type { Outcome } from "../map/scenario"
import type { StepRun } from "./run"

/** When a step reached an outcome first, by any of its messages (`goal`: its run), or null. */
export function findOutcome(step: StepRun, outcome: Outcome): number | null {
  if (outcome === "goal") return step.run.goalAt
  let first: number | null = null
  const messages = step.held ? [...(step.messages ?? []), step.held] : (step.messages ?? [])
  for (const message of messages) {
    const at = {
      sent: message.sentAt,
      delivered: message.deliveredAt,
      opened: message.openedAt,
      clicked: message.clickedAt,
    }[outcome]
    if (at !== null && (first === null || at < first)) first = at
  }
  return first
}

export function hasReached(step: StepRun, outcome: Outcome, at: number): boolean {
  const reachedAt = findOutcome(step, outcome)
  return reachedAt !== null && reachedAt <= at
}
