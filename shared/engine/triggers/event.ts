import type { EventTrigger } from "../../map/trigger"
import { compileEvent } from "../matcher"
import { compilePath, readKey } from "../path"
import { defineTrigger } from "../trigger"

/** `{ event, where?, per? }`: at each matching event; with `per` an event without the key begins nothing. */
export const event = defineTrigger<EventTrigger>({
  key: "event",
  fits: (trigger) => "event" in trigger && !("without" in trigger),
  compile(trigger, scope) {
    const matcher = compileEvent(trigger.event, trigger.where)
    const per = trigger.per === undefined ? null : compilePath(trigger.per)
    const lastId = scope.listenForTrigger({
      event: trigger.event,
      ...(trigger.where && { where: trigger.where }),
    })
    const what = scope.describe({ event: trigger.event, ...(trigger.where && { where: trigger.where }) })
    return {
      events: {
        names: matcher.names,
        fire(_person, entry) {
          if (!matcher.matches(entry.event)) return null
          const key = per ? readKey(entry.event, per) : null
          return per && key === null ? null : { key, because: [entry.event.id] }
        },
      },
      explain: (person) => {
        const seen = lastId(person.facts)
        const keyless = seen !== null && per !== null
        return {
          kind: "leaf",
          condition: `${what}${per ? ` with ${per.text}` : ""}`,
          met: seen !== null && !per,
          is: seen === null ? "never" : keyless ? `without ${per.text}` : "seen",
          change: `${what}${per ? ` with ${per.text}` : ""} once`,
        }
      },
    }
  },
})
