import { durationMs } from "../../map/duration"
import type { AbsenceTrigger } from "../../map/trigger"
import { writeInstant } from "../instant"
import { Kept } from "../kept"
import { compileEvent, compileMatcher } from "../matcher"
import { compilePath, readKey, readKeys } from "../path"
import { defineTrigger, type Firing } from "../trigger"

/** The anchor that waits, for one key. Its deadline is fixed by it; one in the past has fired or was too late. */
class Anchor extends Kept {
  waits = true
  constructor(
    public at: number,
    public id: string,
  ) {
    super()
  }
}

/** Anchors by key; without `per` all have the key "". */
class Anchors extends Kept {
  byKey = new Map<string, Anchor>()
  /** What ended the latest wait, for why-not. */
  endedBy: string | null = null
}

/**
 * `{ event, where?, without, for, per?, restart? }`: at a + D for an anchor at a, unless a `without` event lies after
 * the anchor and at or before a + D. Events of an instant come before its timers (rule 3), so both a `without` and a
 * new anchor at the very deadline count.
 */
export const absence = defineTrigger<AbsenceTrigger>({
  key: "absence",
  fits: (trigger) => "event" in trigger && "without" in trigger,
  compile(trigger, scope) {
    const anchorMatcher = compileEvent(trigger.event, trigger.where)
    const without = compileMatcher(trigger.without)
    const waitMs = durationMs(trigger.for)
    const per = trigger.per === undefined ? null : compilePath(trigger.per)
    const restarts = trigger.restart !== false
    const names = [...new Set([...anchorMatcher.names, ...without.names])]
    scope.noteWait(waitMs, names)
    const slot = scope.takeSlot(["absence", trigger], names, (index) => (facts, { event, at }) => {
      let anchors = facts.slots[index] as Anchors | undefined
      if (anchors && anchors.byKey.size > 0 && without.matches(event)) {
        const keys = per ? readKeys(event, per) : []
        for (const key of keys.length > 0 ? keys : anchors.byKey.keys()) {
          const anchor = anchors.byKey.get(key)
          if (!anchor?.waits || anchor.at + waitMs < at) continue
          anchor.waits = false
          anchors.endedBy = `${event.name} at ${writeInstant(at)}`
        }
      }
      if (!anchorMatcher.matches(event)) return
      const key = per ? readKey(event, per) : ""
      if (key === null) return
      if (!anchors) {
        anchors = new Anchors()
        facts.slots[index] = anchors
      }
      const anchor = anchors.byKey.get(key)
      if (anchor && !restarts && anchor.waits && anchor.at + waitMs >= at) return
      if (anchor) {
        anchor.at = at
        anchor.id = event.id
        anchor.waits = true
      } else {
        if (anchors.byKey.size >= 32) forgetPast(anchors, at - waitMs)
        anchors.byKey.set(key, new Anchor(at, event.id))
      }
      if (at + waitMs < facts.wakeAt) facts.wakeAt = at + waitMs
    })
    const what = scope.describe({ event: trigger.event, ...(trigger.where && { where: trigger.where }) })
    const lacking = scope.describe(trigger.without)
    return {
      timer: {
        fire(person, at) {
          const anchors = person.facts.slots[slot] as Anchors | undefined
          const fired: Firing[] = []
          if (!anchors) return fired
          for (const [key, anchor] of anchors.byKey) {
            if (!anchor.waits || anchor.at + waitMs !== at) continue
            fired.push({ key: per ? key : null, because: [anchor.id] })
          }
          return fired
        },
        nextAt(person, after) {
          const anchors = person.facts.slots[slot] as Anchors | undefined
          let next = Number.POSITIVE_INFINITY
          for (const anchor of anchors?.byKey.values() ?? []) {
            const deadline = anchor.at + waitMs
            if (anchor.waits && deadline > after && deadline < next) next = deadline
          }
          return next
        },
      },
      explain: (person, at) => {
        const anchors = person.facts.slots[slot] as Anchors | undefined
        const waiting = [...(anchors?.byKey.values() ?? [])].filter(
          (anchor) => anchor.waits && anchor.at + waitMs > at,
        )
        const [first] = waiting
        const is = first
          ? `waiting until ${writeInstant(first.at + waitMs)}`
          : anchors
            ? (anchors.endedBy ?? "over")
            : `never ${what}`
        return {
          kind: "leaf",
          condition: `${what}${per ? ` with ${per.text}` : ""}, then no ${lacking} for ${trigger.for}`,
          met: false,
          is,
          change: first
            ? `no ${lacking} until ${writeInstant(first.at + waitMs)}`
            : `${what}, then no ${lacking} for ${trigger.for}`,
        }
      },
    }
  },
})

/** Open windows are kept, closed ones are not: keys are as many as a log likes. */
function forgetPast(anchors: Anchors, before: number): void {
  for (const [key, anchor] of anchors.byKey)
    if (anchor.at < before || !anchor.waits) anchors.byKey.delete(key)
}
