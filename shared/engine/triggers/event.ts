import type { EventTrigger } from "../../map/trigger"
import type { Asked, Change } from "../explanation"
import { compilePath, readKey } from "../path"
import { defineTrigger } from "../trigger"

/** `{ event, where?, per? }`: at each matching event; with `per` an event without the key begins nothing. */
export const event = defineTrigger<EventTrigger>({
  key: "event",
  fits: (trigger) => "event" in trigger && !("without" in trigger),
  compile(trigger, scope) {
    const matcher = scope.matchers.compileEvent(trigger.event, trigger.where)
    const per = trigger.per === undefined ? null : compilePath(trigger.per)
    const of = { event: trigger.event, ...(trigger.where && { where: trigger.where }) }
    const readSeen = scope.listenForTrigger(of, per)
    const keyPath = per?.text ?? null
    const asked: Asked = { code: "occurs", of, per: keyPath }
    const once: Change = { code: "once", of, per: keyPath, thenNone: null }
    const again: Change = { code: "again", of, per: keyPath }
    return {
      events: {
        names: matcher.names,
        fire(_person, entry) {
          if (!matcher.matches(entry)) return null
          const key = per ? readKey(entry.event, per) : null
          return per && key === null ? null : { key, because: [entry.id] }
        },
      },
      explain: (person) => {
        const seen = readSeen(person.facts)
        return {
          kind: "leaf",
          asked,
          met: seen === "begins",
          is:
            seen === null
              ? { code: "never", within: null, of: null }
              : seen === "keyless" && keyPath !== null
                ? { code: "keyless", path: keyPath }
                : { code: "seen", inVain: false },
          change: seen === "begins" ? again : once,
        }
      },
    }
  },
})
