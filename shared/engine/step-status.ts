import type { RunStatus, StepStatus } from "./audit-result"
import type { Run, StepRun } from "./run"
import { isCutShort } from "./sends"

/** Whether a channel was watched all through a time (rule 25). */
export type IsCovered = (channel: string, from: number, to: number) => boolean

/** Status of a step, seen from `now` (rule 24). */
export function findStepStatus(
  step: StepRun,
  now: number,
  isCovered: IsCovered,
): { status: StepStatus; reason: string | null } {
  const plain = (status: StepStatus) => ({ status, reason: null })
  switch (step.phase) {
    case "waiting":
      return plain("scheduled")
    case "refused":
      if (step.reason === "withheld") return plain("withheld")
      return { status: "skipped", reason: step.reason }
    case "settled": {
      const sentAt = step.message?.sentAt ?? null
      if (step.message?.failed || sentAt === null) return plain("failed")
      if (sentAt < step.dueAt) return plain("early")
      return plain(sentAt <= step.lapsesAt ? "sent" : "late")
    }
    default:
      if (now <= step.lapsesAt) return plain("due")
      if (isCutShort(step)) return { status: "skipped", reason: step.run.over === "goal" ? "goal" : "exited" }
      return plain(isCovered(step.plan.channel.id, step.dueAt, step.lapsesAt) ? "missed" : "unknown")
  }
}

/** Status of a run, once `completeRun` has looked at it. */
export function findRunStatus(run: Run): RunStatus {
  if (run.over === null) return "active"
  if (run.over === "merged") return "merged"
  if (run.goalAt !== null) return "converted"
  return run.over === "exited" ? "exited" : "completed"
}
