import type { Gate } from "../gate"
import { hasReached } from "../outcome"

/** `ifNot`: the earlier step reached the outcome at or before this instant. */
export const ifNot: Gate = {
  id: "ifNot",
  reason: "outcome",
  ask({ step, at }) {
    const { ifNot: unless } = step.plan
    const earlier = unless && step.run.steps[unless.step]
    return earlier && hasReached(earlier, unless.outcome, at) ? "refuse" : null
  },
}
