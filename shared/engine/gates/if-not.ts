import type { EarlierOutcome } from "../explanation"
import type { Gate } from "../gate"
import { findOutcome, hasReached } from "../outcome"

/** `ifNot`: the earlier step reached the outcome at or before this instant. */
export const ifNot: Gate = {
  id: "ifNot",
  reason: "outcome",
  ask({ step, at }) {
    const { ifNot: unless } = step.plan
    const earlier = unless && step.run.steps[unless.step]
    return earlier && hasReached(earlier, unless.outcome, at) ? "refuse" : null
  },
  tell({ step }) {
    const { ifNot: unless } = step.plan
    const earlier = unless && step.run.steps[unless.step]
    const reachedAt = earlier ? findOutcome(earlier, unless.outcome) : null
    const outcome: EarlierOutcome = {
      step: earlier?.plan.id ?? "",
      channel: earlier?.plan.channel.id ?? "",
      message: earlier?.plan.message?.id ?? null,
      outcome: unless?.outcome ?? "",
    }
    return {
      is: { code: "reached", ...outcome, at: reachedAt },
      change: { code: "not-reached", ...outcome, by: step.dueAt },
    }
  },
}
