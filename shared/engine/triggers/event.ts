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
    const lastId = scope.listenForTrigger(of)
    const keyPath = per?.text ?? null
    const asked: Asked = { code: "occurs", of, per: keyPath }
    const change: Change = { code: "once", of, per: keyPath, thenNone: null }
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
        const seen = lastId(person.facts)
        return {
          kind: "leaf",
          asked,
          met: seen !== null && !per,
          is:
            seen === null
              ? { code: "never", within: null, of: null }
              : keyPath === null
                ? { code: "seen", inVain: false }
                : { code: "keyless", path: keyPath },
          change,
        }
      },
    }
  },
})
