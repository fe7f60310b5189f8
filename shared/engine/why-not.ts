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

/**
 * The same in the sentences of the result: of everybody, every scenario that did not start. So nothing is made here that is
 * not of the result.
 */
export function explainWhyNot(person: Person, now: number): WhyNot[] {
  const explained: WhyNot[] = []
  for (const scenario of person.compiled.scenarios) {
    if (hasStarted(person, scenario)) continue
    const parts = explainParts(person, scenario, now)
    const vain = findVain(parts)
    const told: WhyNot = {
      scenario: scenario.id,
      unmet: vain ? [write(vain.now)] : [],
      met: [],
      change: vain ? [describeChange(vain.now.change)] : [],
    }
    for (const part of parts) {
      addLeaves(part, vain?.before, told)
      if (!vain) for (const change of findLeastChange(part)) told.change.push(describeChange(change))
    }
    explained.push(told)
  }
  return explained
}

/** All that is met is met; what is not, where nothing was in vain. */
function addLeaves(explanation: Explanation, except: Leaf | undefined, told: WhyNot): void {
  if (explanation.kind !== "leaf") for (const part of explanation.parts) addLeaves(part, except, told)
  else if (explanation.met && explanation !== except) told.met.push(write(explanation))
  else if (!explanation.met && !except) told.unmet.push(write(explanation))
}

function write({ asked, is }: Leaf): WhyNotCondition {
  return { condition: describeAsked(asked), is: describeStanding(is) }
}

function hasStarted(person: Person, { index }: CompiledScenario): boolean {
  return person.runsOf(index).length > 0
}

const listNotStarted = (person: Person) =>
  person.compiled.scenarios.filter((scenario) => !hasStarted(person, scenario))

function explainParts(person: Person, scenario: CompiledScenario, now: number): Explanation[] {
  const trigger = explainTrigger(person, scenario, now)
  return scenario.audience ? [trigger, scenario.audience.explain(person, now, true)] : [trigger]
}

function explainTrigger(person: Person, { triggers }: CompiledScenario, now: number): Explanation {
  const [single] = triggers
  if (single && triggers.length === 1) return single.explain(person, now)
  const parts = triggers.map((trigger) => trigger.explain(person, now))
  return { kind: "any", met: parts.some(({ met }) => met), parts }
}

/** All holds by now, and at the time of the trigger it did not: only another one would start it. */
function findVain(parts: Explanation[]): { before: Leaf; now: Leaf } | null {
  for (const { met } of parts) if (!met) return null
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
