import { NOT_ACTIVITY } from "../../engine/interest"
import type { EventNames, Filter, Matcher } from "../../map/matcher"
import { implies, isImpossible, listTests } from "./value-tests"

/** One kind of event that a matcher means. Without a name: whatever the person does. */
export interface EventKind {
  name: string | null
  where: Filter
}

export const ANY_ACTIVITY: EventKind = { name: null, where: {} }

export function listKinds(matcher: Matcher): EventKind[] {
  return [matcher]
    .flat()
    .flatMap((part) =>
      typeof part === "string" ? kindsOf(part, undefined) : kindsOf(part.event, part.where),
    )
}

export function kindsOf(events: EventNames, where: Filter | undefined): EventKind[] {
  return [...new Set([events].flat())].map((name) => ({ name, where: where ?? {} }))
}

/** Whether every event of the narrower kind is of the wider one. True only where that is certain. */
export function covers(wider: EventKind, narrower: EventKind): boolean {
  if (wider.name === null) {
    return narrower.name === null || !NOT_ACTIVITY.has(narrower.name)
  }
  if (wider.name !== narrower.name) return false
  return Object.entries(wider.where).every(([path, asked]) => {
    const given = narrower.where[path]
    return given !== undefined && implies(listTests(given), listTests(asked))
  })
}

/** Whether no event can be of this kind, because its filter contradicts itself. */
export function canNeverHappen(kind: EventKind): boolean {
  return Object.values(kind.where).some((given) => isImpossible(listTests(given)))
}
