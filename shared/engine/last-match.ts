import type { Matcher } from "../map/matcher"
import type { Scope } from "./compile-map"
import type { Facts } from "./facts"
import { Kept } from "./kept"

/** The latest event that a matcher fits. */
export class LastMatch extends Kept {
  constructor(
    public at: number,
    public id: string,
  ) {
    super()
  }
}

/** Keeps the latest event of a matcher, or, without one, the latest thing that the person did. */
export function listenForLast(
  of: Matcher | undefined,
  quietMs: number,
  scope: Scope,
): (facts: Facts) => { at: number; id: string } | null {
  if (of === undefined) {
    scope.noteQuiet(quietMs)
    return (facts) =>
      facts.lastActivityAt === Number.NEGATIVE_INFINITY
        ? null
        : { at: facts.lastActivityAt, id: facts.lastActivityId }
  }
  const matcher = scope.matchers.compile(of)
  const slot = scope.takeSlot(["last", of, quietMs], matcher.names, (index) => (facts, entry) => {
    if (!matcher.matches(entry)) return
    const { id, at } = entry
    const last = facts.slots[index] as LastMatch | undefined
    if (last) {
      last.at = at
      last.id = id
    } else facts.slots[index] = new LastMatch(at, id)
    if (at + quietMs < facts.wakeAt) facts.wakeAt = at + quietMs
  })
  return (facts) => (facts.slots[slot] as LastMatch | undefined) ?? null
}
