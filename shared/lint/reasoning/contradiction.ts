import { canNeverHappen, covers, type EventKind } from "./event-kind"
import {
  type CountLiteral,
  contains,
  type Literal,
  type SumLiteral,
  type TraitLiteral,
  type Window,
} from "./literal"
import { implies, isImpossible } from "./value-tests"

/**
 * Whether a statement contradicts what is known. True only where that is certain.
 *
 * `listTraits`: traits that the map itself treats as lists, where one element may meet one statement and another the
 * next.
 */
export function contradicts(
  added: Literal,
  known: readonly Literal[],
  listTraits: ReadonlySet<string>,
): boolean {
  switch (added.about) {
    case "count":
      return contradictsCounts(added, known.filter(isCount))
    case "sum":
      return contradictsSums(added, known)
    case "trait":
      return contradictsTraits(added, known, listTraits)
    case "plain":
      return known.some(
        (other) => other.about === "plain" && other.key === added.key && other.holds !== added.holds,
      )
  }
}

function isCount(literal: Literal): literal is CountLiteral {
  return literal.about === "count"
}

function contradictsCounts(added: CountLiteral, known: readonly CountLiteral[]): boolean {
  const all = [...known, added]
  const mosts = all.filter(({ bound }) => bound === "most")
  if (added.bound === "most" && added.count < 0) return true
  if (added.bound === "not" || known.some(({ bound }) => bound === "not")) {
    if (all.some((literal) => literal.bound === "not" && isExactly(literal, all))) return true
  }
  // A new upper bound can contradict any lower one, a new lower one only itself.
  const leasts = added.bound === "most" ? known : [added]
  return leasts.some((least) => least.bound === "least" && least.count > mostOf(least, mosts))
}

/** The smallest upper bound that is known for the events of a statement. */
function mostOf({ kinds, window }: CountLiteral, mosts: readonly CountLiteral[]): number {
  const together = mosts
    .filter((most) => contains(most.window, window) && kinds.every((kind) => isCovered(kind, most.kinds)))
    .map(({ count }) => count)
  const apart = kinds.map((kind) => mostOfKind(kind, window, mosts)).reduce((sum, count) => sum + count, 0)
  return Math.min(apart, ...together)
}

function mostOfKind(kind: EventKind, window: Window, mosts: readonly CountLiteral[]): number {
  if (canNeverHappen(kind)) return 0
  const fitting = mosts.filter((most) => contains(most.window, window) && isCovered(kind, most.kinds))
  return Math.min(Number.POSITIVE_INFINITY, ...fitting.map(({ count }) => count))
}

function isCovered(kind: EventKind, by: readonly EventKind[]): boolean {
  return by.some((wider) => covers(wider, kind))
}

function isExactly(excluded: CountLiteral, all: readonly CountLiteral[]): boolean {
  const least = all.some(
    (other) =>
      other.bound === "least" &&
      other.count === excluded.count &&
      contains(excluded.window, other.window) &&
      other.kinds.every((kind) => isCovered(kind, excluded.kinds)),
  )
  const most = mostOf(
    excluded,
    all.filter(({ bound }) => bound === "most"),
  )
  return (least || excluded.count === 0) && most === excluded.count
}

function contradictsSums(added: SumLiteral, known: readonly Literal[]): boolean {
  const tests = known
    .filter((other) => other.about === "sum")
    .filter((other) => other.key === added.key)
    .map((other) => [other.test, other.against] as const)
  return isImpossible([...tests, [added.test, added.against]])
}

function contradictsTraits(
  added: TraitLiteral,
  known: readonly Literal[],
  listTraits: ReadonlySet<string>,
): boolean {
  if (added.holds && isImpossible(added.tests)) return true
  const others = known.filter((other) => other.about === "trait").filter((other) => other.path === added.path)
  for (const other of others) {
    const [held, denied] = added.holds ? [added, other] : [other, added]
    if (!held.holds || denied.holds) continue
    if (held.forMs >= denied.forMs && implies(held.tests, denied.tests)) return true
  }
  if (!added.holds || listTraits.has(added.path)) return false
  return isImpossible([...others.filter(({ holds }) => holds).flatMap(({ tests }) => tests), ...added.tests])
}
