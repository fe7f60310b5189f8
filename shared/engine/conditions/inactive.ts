import type { InactiveCondition } from "../../map/condition"
import { defineCondition } from "../condition"
import { bothWays, readLength } from "../explanation"
import { noteChangeAt } from "../horizon"
import { listenForLast } from "../last-match"

/**
 * `{ inactive: D, of? }`: there is at least one such event and the last one is at or before t - D. Without `of` only
 * what the person did counts.
 */
export const inactive = defineCondition<InactiveCondition>({
  key: "inactive",
  compile(condition, scope) {
    const length = readLength(condition.inactive)
    const quietMs = length.ms
    const of = condition.of ?? null
    const [asked, unasked] = bothWays((wanted) => ({ code: "inactive", of, length, wanted }))
    const readLast = listenForLast(condition.of, quietMs, scope)
    return {
      holds: ({ facts }, at) => {
        const last = readLast(facts)
        if (!last) {
          // The first activity sets a term, whoever else listens to it.
          scope.noteActivityMatters(condition.of === undefined)
          return false
        }
        if (last.at <= at - quietMs) {
          // Any activity ends it, so from here on every event must be looked at.
          scope.noteActivityMatters(condition.of === undefined)
          return true
        }
        noteChangeAt(last.at + quietMs)
        return false
      },
      because: ({ facts }, _at, ids) => {
        const last = readLast(facts)
        if (last) ids.add(last.id)
      },
      explain: ({ facts }, at, wanted) => {
        const last = readLast(facts)
        const quiet = last !== null && last.at <= at - quietMs
        return {
          kind: "leaf",
          asked: wanted ? asked : unasked,
          met: quiet === wanted,
          is: last ? { code: "last", at: last.at } : { code: "never", within: null, of: null },
          change:
            wanted && last
              ? { code: "none-until", of, until: last.at + quietMs }
              : { code: "once", of, per: null, thenNone: wanted ? length : null },
        }
      },
    }
  },
})
