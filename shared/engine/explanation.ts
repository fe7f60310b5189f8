import type { CompiledCondition, Explanation, Situation } from "./condition"
import type { GateTold } from "./gate"

export type Leaf = Extract<Explanation, { kind: "leaf" }>

export function listLeaves(explanation: Explanation): Leaf[] {
  return explanation.kind === "leaf" ? [explanation] : explanation.parts.flatMap(listLeaves)
}

/** The fewest leaves that must change: all unmet parts of an `all`, of an `any` the part that needs the fewest. */
export function findLeastChange(explanation: Explanation): string[] {
  if (explanation.met) return []
  if (explanation.kind === "leaf") return [explanation.change]
  const changes = explanation.parts.map(findLeastChange)
  if (explanation.kind === "all") return changes.flat()
  return changes.reduce((least, change) => (change.length < least.length ? change : least), changes[0] ?? [])
}

/** Why a condition does not hold, and the least that must change for it to. */
export function tellCondition(
  condition: CompiledCondition | null,
  situation: Situation,
  at: number,
): GateTold {
  if (!condition) return { is: "", change: "" }
  const explanation = condition.explain(situation, at, true)
  const unmet = listLeaves(explanation).filter(({ met }) => !met)
  return {
    is: unmet.map(({ condition: what, is }) => `${what}: ${is}`).join("; "),
    change: findLeastChange(explanation).join(" and "),
  }
}
