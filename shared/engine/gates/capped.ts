import { doesLimit, findFullCaps, firstAllowedAt, isFull } from "../caps"
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
  tell({ person, step, at }) {
    const full = findFullCaps(person, step.plan.channel, at).filter(({ cap }) =>
      doesLimit(cap, step.plan.type),
    )
    const freeAt = full.reduce<number | null>(
      (latest, cap) => (latest === null || cap.freeAt === null ? null : Math.max(latest, cap.freeAt)),
      Number.NEGATIVE_INFINITY,
    )
    return {
      is: { code: "capped", caps: full.map(({ cap: { max, channel } }) => ({ max, channel })) },
      change:
        freeAt === null || !Number.isFinite(freeAt)
          ? { code: "cap-raised" }
          : { code: "due-later", at: freeAt },
    }
  },
}
