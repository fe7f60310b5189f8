import type { Gate } from "../gate"
import { writeInstant } from "../instant"
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
    const what = unless?.outcome === "goal" ? "goal" : `${earlier?.plan.id ?? ""} ${unless?.outcome ?? ""}`
    const when = reachedAt === null ? "" : ` at ${writeInstant(reachedAt)}`
    return { is: `${what}${when}`, change: `no ${what} by ${writeInstant(step.dueAt)}` }
  },
}
