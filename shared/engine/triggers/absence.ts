import type { Matcher } from "../../map/matcher"
import type { AbsenceTrigger } from "../../map/trigger"
import { type Change, readLength, type Standing } from "../explanation"
import { Kept } from "../kept"
import { compilePath, readKey, readKeys } from "../path"
import { defineTrigger, type Firing } from "../trigger"

const NO_KEYS: string[] = []
const NOTHING: Firing[] = []

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

/**
 * Anchors by key. Nearly always there is one, for which no map is kept; without `per` its key is "". None: what would have
 * been one had no key.
 */
class Anchors extends Kept {
  key = ""
  first: Anchor | null = null
  others: Map<string, Anchor> | null = null
  /** What ended the latest wait, for why-not. */
  endedBy: string | null = null
  endedAt = 0

  find(key: string): Anchor | undefined {
    return this.first && this.key === key ? this.first : this.others?.get(key)
  }

  add(key: string, anchor: Anchor, forgotten: (anchor: Anchor) => boolean): void {
    if (!this.first) {
      this.key = key
      this.first = anchor
      return
    }
    this.others ??= new Map()
    if (this.others.size >= 31) {
      for (const [other, old] of this.others) if (forgotten(old)) this.others.delete(other)
    }
    this.others.set(key, anchor)
  }

  *list(): Generator<[string, Anchor], void, undefined> {
    if (this.first) yield [this.key, this.first]
    if (this.others) yield* this.others
  }

  end(anchor: Anchor | null | undefined, waitMs: number, name: string, at: number): void {
    if (!anchor?.waits || anchor.at + waitMs < at) return
    anchor.waits = false
    this.endedBy = name
    this.endedAt = at
  }
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
    const anchorMatcher = scope.matchers.compileEvent(trigger.event, trigger.where)
    const without = scope.matchers.compile(trigger.without)
    const length = readLength(trigger.for)
    const waitMs = length.ms
    const per = trigger.per === undefined ? null : compilePath(trigger.per)
    const restarts = trigger.restart !== false
    const names = [...new Set([...anchorMatcher.names, ...without.names])]
    const slot = scope.takeSlot(["absence", trigger], names, (index) => (facts, entry) => {
      const { id, at } = entry
      let anchors = facts.slots[index] as Anchors | undefined
      if (anchors && without.matches(entry)) {
        const keys = per ? readKeys(entry.event, per) : NO_KEYS
        for (const key of keys) anchors.end(anchors.find(key), waitMs, entry.event.name, at)
        if (keys.length === 0) {
          anchors.end(anchors.first, waitMs, entry.event.name, at)
          if (anchors.others)
            for (const anchor of anchors.others.values()) anchors.end(anchor, waitMs, entry.event.name, at)
        }
      }
      if (!anchorMatcher.matches(entry)) return
      const key = per ? readKey(entry.event, per) : ""
      if (!anchors) {
        anchors = new Anchors()
        facts.slots[index] = anchors
      }
      if (key === null) return
      const anchor = anchors.find(key)
      if (anchor && !restarts && anchor.waits && anchor.at + waitMs >= at) return
      if (anchor) {
        anchor.at = at
        anchor.id = id
        anchor.waits = true
      } else {
        // Open windows are kept, closed ones are not: keys are as many as a log likes.
        anchors.add(key, new Anchor(at, id), (old) => old.at < at - waitMs || !old.waits)
      }
      if (at + waitMs < facts.wakeAt) facts.wakeAt = at + waitMs
    })
    const isDue = (anchor: Anchor, at: number): boolean => anchor.waits && anchor.at + waitMs === at
    const deadlineOf = (anchor: Anchor | null, after: number): number =>
      anchor?.waits && anchor.at + waitMs > after ? anchor.at + waitMs : Number.POSITIVE_INFINITY
    const of: Matcher = { event: trigger.event, ...(trigger.where && { where: trigger.where }) }
    const asked = { code: "absence", of, per: per?.text ?? null, without: trigger.without, length } as const
    const afresh: Change = { code: "fulfil", asked, more: null }
    return {
      timer: {
        fire(person, at) {
          const anchors = person.facts.slots[slot] as Anchors | undefined
          if (!anchors) return NOTHING
          const { first, others } = anchors
          const isFired = first !== null && isDue(first, at)
          // Nearly always there is one anchor, and it does not fire now.
          if (!isFired && others === null) return NOTHING
          const fired: Firing[] = []
          if (isFired) fired.push({ key: per ? anchors.key : null, because: [first.id] })
          for (const [key, anchor] of others ?? [])
            if (isDue(anchor, at)) fired.push({ key: per ? key : null, because: [anchor.id] })
          return fired
        },
        nextAt(person, after) {
          const anchors = person.facts.slots[slot] as Anchors | undefined
          if (!anchors) return Number.POSITIVE_INFINITY
          let next = deadlineOf(anchors.first, after)
          if (anchors.others)
            for (const anchor of anchors.others.values()) next = Math.min(next, deadlineOf(anchor, after))
          return next
        },
      },
      explain: (person, at) => {
        const anchors = person.facts.slots[slot] as Anchors | undefined
        const waiting = [...(anchors?.list() ?? [])]
          .map(([, anchor]) => anchor)
          .filter((anchor) => anchor.waits && anchor.at + waitMs > at)
        const [first] = waiting
        return {
          kind: "leaf",
          asked,
          met: false,
          is: first
            ? { code: "waiting", until: first.at + waitMs }
            : anchors
              ? tellEnd(anchors, asked.per)
              : { code: "never", within: null, of },
          change: first ? { code: "none-until", of: trigger.without, until: first.at + waitMs } : afresh,
        }
      },
    }
  },
})

function tellEnd({ first, endedBy, endedAt }: Anchors, per: string | null): Standing {
  if (first === null && per !== null) return { code: "keyless", path: per }
  return endedBy === null ? { code: "over" } : { code: "ended", by: endedBy, at: endedAt }
}
