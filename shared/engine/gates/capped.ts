import { doesLimit, findFullCaps, firstAllowedAt, isFull } from "../caps"
import type { Gate } from "../gate"
import { writeInstant } from "../instant"

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
  tell({ person, step, at }) {
    const full = findFullCaps(person, step.plan.channel, at).filter(({ cap }) =>
      doesLimit(cap, step.plan.type),
    )
    const freeAt = full.reduce<number | null>(
      (latest, cap) => (latest === null || cap.freeAt === null ? null : Math.max(latest, cap.freeAt)),
      Number.NEGATIVE_INFINITY,
    )
    const most = full.map(
      ({ cap: { max, channel } }) => `${max} ${channel === null ? "in all" : `by ${channel}`}`,
    )
    return {
      is: `as many as a cap allows: ${most.join(", ")}`,
      change:
        freeAt === null || !Number.isFinite(freeAt)
          ? "the cap allows more than 0"
          : `it is due at ${writeInstant(freeAt)} or later`,
    }
  },
}
