import type { InactiveCondition } from "../../map/condition"
import { durationMs } from "../../map/duration"
import { defineCondition } from "../condition"
import { noteChangeAt } from "../horizon"
import { writeInstant } from "../instant"
import { listenForLast } from "../last-match"

/**
 * `{ inactive: D, of? }`: there is at least one such event and the last one is at or before t - D. Without `of` only
 * what the person did counts.
 */
export const inactive = defineCondition<InactiveCondition>({
  key: "inactive",
  compile(condition, scope) {
    const quietMs = durationMs(condition.inactive)
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
        const what = condition.of === undefined ? "activity" : scope.describe(condition.of)
        return {
          kind: "leaf",
          condition: `${wanted ? "no" : "some"} ${what} for ${condition.inactive}`,
          met: quiet === wanted,
          is: last ? `last at ${writeInstant(last.at)}` : "never",
          change: !wanted
            ? `${what} once`
            : last
              ? `no ${what} until ${writeInstant(last.at + quietMs)}`
              : `${what} once, then none for ${condition.inactive}`,
        }
      },
    }
  },
})
