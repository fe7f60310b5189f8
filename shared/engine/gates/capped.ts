import { doesLimit, firstAllowedAt, isFull } from "../caps"
import type { Gate } from "../gate"

/**
 * Rule 21. Of several caps that fail any that skips decides, else the latest instant that they allow. Early evidence
 * is refused only by those that skip.
 */
export const capped: Gate = {
  id: "capped",
  reason: "capped",
  ask({ person, step, at, early }) {
    let deferTo: number | null = null
    for (const cap of step.plan.channel.caps) {
      if (!doesLimit(cap, step.plan.type) || !isFull(person, cap, at)) continue
      const allowedAt = cap.defers ? firstAllowedAt(person, cap, at) : null
      if (allowedAt === null) return "refuse"
      deferTo = Math.max(deferTo ?? allowedAt, allowedAt)
    }
    return deferTo === null || early ? null : { deferTo }
  },
}
