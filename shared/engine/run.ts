import type { CompiledScenario, CompiledStep } from "./compiled-map"
import type { GateTold } from "./gate"
import { Kept } from "./kept"
import type { Message } from "./message"

/** Why a step is not sent, in the order of rule 18 (`withheld` is a status of its own in the result). */
export type Reason =
  | "exited"
  | "goal"
  | "merged"
  | "quiet"
  | "unschedulable"
  | "condition"
  | "outcome"
  | "integration-missing"
  | "unreachable"
  | "consent"
  | "withheld"
  | "capped"

/** One step of a run, as the fold knows it. */
export class StepRun extends Kept {
  /**
   * `waiting` for its due time · `open`: the gates let it through, no evidence yet · `settled` by evidence ·
   * `refused` by a gate or the end of the run.
   */
  phase: "waiting" | "open" | "settled" | "refused" = "waiting"
  /** As known now; fixed once the step no longer waits. */
  dueAt = 0
  /** The run was over before or at the instant it came due: the result shows no due time. */
  neverDue = false
  zoneAssumed = false
  /** Its due time lies in quiet hours that skip, or there is none. */
  obstacle: "quiet" | "unschedulable" | null = null
  /** Caps put it off to here, or a change of zone let it be due only from here on: what is past is decided. */
  notBefore = Number.NEGATIVE_INFINITY
  /** It falls through from the step before it, at this instant (rule 19). */
  fallsAt: number | null = null
  reason: Reason | null = null
  /** When it was first settled or refused; for one that lapses, see `lapsesAt`. */
  settledAt: number | null = null
  /** Bit by bit the gates that would have refused it when they were asked; -1: not asked. */
  refusals = -1
  /** What those gates told, in their order, where the step was refused. */
  told: readonly GateTold[] | null = null
  /** The message that settles it. */
  message: Message | null = null
  /** All messages that came for it: failed ones, the one that settles it, those that should not have been. */
  messages: Message[] | null = null
  /** Evidence of the due instant, settled after the gates. */
  held: Message | null = null

  constructor(
    readonly run: Run,
    readonly plan: CompiledStep,
  ) {
    super()
  }

  /** The last instant at which evidence still counts as sent. */
  get lapsesAt(): number {
    return this.dueAt + this.plan.graceMs
  }

  /** When it was sent, as far as known: not for refused ones (rules 12 and 16). */
  get countedSendAt(): number | null {
    return this.phase === "settled" ? (this.message?.sentAt ?? null) : null
  }
}

/** One passage of one person through one scenario. */
export class Run extends Kept {
  steps: StepRun[] = []
  over: "completed" | "exited" | "goal" | "merged" | null = null
  endedAt: number | null = null
  goalAt: number | null = null
  goalStep: number | null = null

  constructor(
    readonly scenario: CompiledScenario,
    readonly key: string | null,
    readonly triggeredAt: number,
    /** The place of the event that triggered it; null for timers, goals and membership changes (rule 12). */
    readonly triggerPlace: number | null,
    readonly because: string[],
    readonly withheld: boolean,
    /** Order of beginning within the person. */
    public order: number,
  ) {
    super()
  }

  /** Rule 12, "after the trigger". */
  isAfterTrigger(at: number, place: number): boolean {
    return (
      at > this.triggeredAt ||
      (at === this.triggeredAt && this.triggerPlace !== null && place > this.triggerPlace)
    )
  }
}

/**
 * Finds whether a run has completed by an instant: all steps settled, missed ones at due + grace, through which the
 * run is still active (rule 9).
 */
export function completeRun(run: Run, at: number): void {
  if (run.over !== null) return
  let endedAt = Number.NEGATIVE_INFINITY
  for (const step of run.steps) {
    if (step.phase === "waiting" || step.held) return
    if (step.phase === "open" && at <= step.lapsesAt) return
    endedAt = Math.max(endedAt, step.settledAt ?? step.lapsesAt)
  }
  run.over = "completed"
  run.endedAt = endedAt
}

/** Ends a run at once (rules 5, 11, 12, 13): what is not yet due is refused; what is due stays open, unless merged. */
export function endRun(run: Run, how: "exited" | "goal" | "merged", at: number): void {
  run.over = how
  run.endedAt = at
  for (const step of run.steps) {
    const isOpen = step.phase === "open" && at <= step.lapsesAt
    if (step.phase !== "waiting" && !(how === "merged" && isOpen)) continue
    step.neverDue = step.phase === "waiting"
    step.phase = "refused"
    step.reason = how
    step.settledAt = at
  }
}
