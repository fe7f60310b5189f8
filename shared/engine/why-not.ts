import type { WhyNot, WhyNotCondition } from "./audit-result"
import type { CompiledScenario } from "./compiled-map"
import type { Explanation } from "./condition"
import { findLeastChange, type Leaf, listLeaves } from "./explanation"
import type { Person } from "./person"

/**
 * For each scenario that did not start: every condition met or unmet, what the person has, and the smallest change
 * that would start it. Without short cuts: on the state at `now`.
 */
export function explainWhyNot(person: Person, now: number): WhyNot[] {
  return person.compiled.scenarios
    .filter(({ index }) => person.runsOf(index).length === 0)
    .map((scenario) => explainScenario(person, scenario, now))
}

function explainScenario(person: Person, scenario: CompiledScenario, now: number): WhyNot {
  const triggers = scenario.triggers.map((trigger) => trigger.explain(person, now))
  const [single] = triggers
  const trigger: Explanation =
    triggers.length === 1 && single
      ? single
      : { kind: "any", met: triggers.some(({ met }) => met), parts: triggers }
  const parts = [trigger]
  if (scenario.audience) parts.push(scenario.audience.explain(person, now, true))
  const leaves = parts.flatMap(listLeaves)
  const write = ({ condition, is }: Leaf): WhyNotCondition => ({ condition, is })
  // All holds by now, and at the time of the trigger it did not: only another one would start it.
  if (parts.every(({ met }) => met)) {
    const [fired, ...others] = [
      ...listLeaves(trigger).filter(({ met }) => met),
      ...parts.slice(1).flatMap(listLeaves),
    ]
    if (fired)
      return {
        scenario: scenario.id,
        unmet: [{ condition: fired.condition, is: `${fired.is}, but it began nothing then` }],
        met: others.filter(({ met }) => met).map(write),
        change: [`${fired.change} more`],
      }
  }
  return {
    scenario: scenario.id,
    unmet: leaves.filter(({ met }) => !met).map(write),
    met: leaves.filter(({ met }) => met).map(write),
    change: parts.flatMap(findLeastChange),
  }
}
