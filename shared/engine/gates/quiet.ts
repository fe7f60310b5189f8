import type { Gate } from "../gate"
import { findQuietEnd } from "../quiet-hours"

/** Quiet hours that skip. Early evidence is asked about its own time. Those that put off have moved the due time. */
export const quiet: Gate = {
  id: "quiet",
  reason: "quiet",
  ask({ person, step, at, early }) {
    if (!early) return step.obstacle === "quiet" ? "refuse" : null
    const hours = step.plan.channel.quiet
    return hours?.skips && findQuietEnd(hours, at, person.zone()) !== null ? "refuse" : null
  },
  tell({ person, step, at }) {
    const hours = step.plan.channel.quiet
    const end = hours ? findQuietEnd(hours, at, person.zone()) : null
    return {
      is: { code: "quiet", channel: step.plan.channel.id },
      change:
        end === null
          ? { code: "due-out-of-quiet", channel: step.plan.channel.id }
          : { code: "due-later", at: end },
    }
  },
}
