import type { WhyNot, WhyNotCondition } from "./audit-result"
import type { CompiledScenario } from "./compiled-map"
import { describeAsked, describeChange, describeStanding } from "./describe-explanation"
import { type Change, type Explanation, findLeastChange, type Leaf, listLeaves } from "./explanation"
import type { Person } from "./person"

/** A scenario that did not start: what it asks (the trigger first, then the audience), and the least that would start it. */
export interface ScenarioExplanation {
  scenario: string
  parts: Explanation[]
  change: Change[]
}

/**
 * For each scenario that did not start: every condition met or unmet, what the person has, and the smallest change
 * that would start it. Without short cuts: on the state at `now`.
 */
export function explainScenarios(person: Person, now: number): ScenarioExplanation[] {
  return listNotStarted(person).map((scenario) => {
    const parts = explainParts(person, scenario, now)
    const vain = findVain(parts)
    if (!vain) return { scenario: scenario.id, parts, change: parts.flatMap(findLeastChange) }
    return {
      scenario: scenario.id,
      parts: parts.map((part) => replaceLeaf(part, vain)),
      change: [vain.now.change],
    }
  })
}

/** The same in the sentences of the result. */
export function explainWhyNot(person: Person, now: number): WhyNot[] {
  return listNotStarted(person).map((scenario) => {
    const parts = explainParts(person, scenario, now)
    const vain = findVain(parts)
    const leaves = parts.flatMap(listLeaves).filter((leaf) => leaf !== vain?.before)
    return {
      scenario: scenario.id,
      unmet: (vain ? [vain.now] : leaves.filter(({ met }) => !met)).map(write),
      met: leaves.filter(({ met }) => met).map(write),
      change: (vain ? [vain.now.change] : parts.flatMap(findLeastChange)).map(describeChange),
    }
  })
}

const write = ({ asked, is }: Leaf): WhyNotCondition => ({
  condition: describeAsked(asked),
  is: describeStanding(is),
})

const listNotStarted = (person: Person) =>
  person.compiled.scenarios.filter(({ index }) => person.runsOf(index).length === 0)

function explainParts(person: Person, scenario: CompiledScenario, now: number): Explanation[] {
  const triggers = scenario.triggers.map((trigger) => trigger.explain(person, now))
  const [single] = triggers
  const trigger: Explanation =
    triggers.length === 1 && single
      ? single
      : { kind: "any", met: triggers.some(({ met }) => met), parts: triggers }
  return scenario.audience ? [trigger, scenario.audience.explain(person, now, true)] : [trigger]
}

/** All holds by now, and at the time of the trigger it did not: only another one would start it. */
function findVain(parts: Explanation[]): { before: Leaf; now: Leaf } | null {
  if (!parts.every(({ met }) => met)) return null
  const before = parts
    .slice(0, 1)
    .flatMap(listLeaves)
    .find(({ met }) => met)
  if (before?.asked.code !== "occurs") return null
  const { of, per } = before.asked
  const now: Leaf = {
    ...before,
    met: false,
    is: { code: "seen", inVain: true },
    change: { code: "again", of, per },
  }
  return { before, now }
}

function replaceLeaf(explanation: Explanation, vain: { before: Leaf; now: Leaf }): Explanation {
  if (explanation === vain.before) return vain.now
  if (explanation.kind === "leaf") return explanation
  const parts = explanation.parts.map((part) => replaceLeaf(part, vain))
  return parts.includes(vain.now) ? { ...explanation, met: false, parts } : { ...explanation, parts }
}
