import { durationMs } from "../../map/duration"
import type { InactiveTrigger } from "../../map/trigger"
import { writeInstant } from "../instant"
import { listenForLast } from "../last-match"
import { defineTrigger } from "../trigger"

/** `{ inactive: D, of? }`: once for each quiet period, when it reaches D (counted as in the condition). */
export const inactive = defineTrigger<InactiveTrigger>({
  key: "inactive",
  fits: (trigger) => "inactive" in trigger,
  compile(trigger, scope) {
    const quietMs = durationMs(trigger.inactive)
    const readLast = listenForLast(trigger.of, quietMs, scope)
    const what = trigger.of === undefined ? "activity" : scope.describe(trigger.of)
    return {
      timer: {
        fire(person, at) {
          const last = readLast(person.facts)
          return last && last.at + quietMs === at ? [{ key: null, because: [last.id] }] : []
        },
        nextAt(person, after) {
          const last = readLast(person.facts)
          const reachedAt = last ? last.at + quietMs : Number.POSITIVE_INFINITY
          return reachedAt > after ? reachedAt : Number.POSITIVE_INFINITY
        },
      },
      explain: (person) => {
        const last = readLast(person.facts)
        return {
          kind: "leaf",
          condition: `no ${what} for ${trigger.inactive}`,
          met: false,
          is: last ? `last at ${writeInstant(last.at)}` : "never",
          change: last
            ? `no ${what} until ${writeInstant(last.at + quietMs)}`
            : `${what} once, then none for ${trigger.inactive}`,
        }
      },
    }
  },
})
