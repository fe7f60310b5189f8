import type { InactiveTrigger } from "../../map/trigger"
import { type Asked, readLength } from "../explanation"
import { listenForLast } from "../last-match"
import { defineTrigger } from "../trigger"

/** `{ inactive: D, of? }`: once for each quiet period, when it reaches D (counted as in the condition). */
export const inactive = defineTrigger<InactiveTrigger>({
  key: "inactive",
  fits: (trigger) => "inactive" in trigger,
  compile(trigger, scope) {
    const length = readLength(trigger.inactive)
    const quietMs = length.ms
    const readLast = listenForLast(trigger.of, quietMs, scope)
    const of = trigger.of ?? null
    const asked: Asked = { code: "inactive", of, length, wanted: true }
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
          asked,
          met: false,
          is: last ? { code: "last", at: last.at } : { code: "never", within: null, of: null },
          change: last
            ? { code: "none-until", of, until: last.at + quietMs }
            : { code: "once", of, per: null, thenNone: length },
        }
      },
    }
  },
})
