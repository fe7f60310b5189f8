import type { Condition } from "../../map/condition"
import { contradicts } from "./contradiction"
import { type Demand, expand, type Meaning } from "./expand"
import type { Literal } from "./literal"
import type { MapIndex } from "./map-index"

/** The work for one question, and for all questions about one map: whatever is harder is taken to be possible. */
const STEPS_PER_QUESTION = 20_000
const STEPS_PER_MAP = 2_000_000
/** How many choices may depend on one another before a question is too hard. */
const MOST_CHOICES = 300

interface Budget {
  steps: number
  choices: number
}

/** What must be met at one instant. */
export interface Situation {
  demands: readonly Demand[]
  literals: readonly Literal[]
}

/**
 * Says of conditions whether they can hold at all.
 *
 * "No" is a proof: all ways to meet them lead to a contradiction. "Yes" means only that no contradiction was found, so
 * that a finding built on "no" is never a false alarm.
 */
export class Reasoner {
  private stepsLeft = STEPS_PER_MAP
  private readonly listTraits: ReadonlySet<string>

  constructor(private readonly index: MapIndex) {
    this.listTraits = findListTraits(index)
  }

  canHold(situation: Situation): boolean {
    return this.canHoldInTurn(situation, () => null)
  }

  /**
   * Whether the first situation can hold, and then a later one that it leads to.
   *
   * `next` makes the later one from what was found to be true at first, or says null where there is none.
   */
  canHoldInTurn(first: Situation, next: (known: readonly Literal[]) => Situation | null): boolean {
    if (this.stepsLeft <= 0) return true
    const budget: Budget = { steps: Math.min(STEPS_PER_QUESTION, this.stepsLeft), choices: 0 }
    const before = budget.steps
    const found = this.search(first, budget, (known) => {
      const later = next(known)
      return later === null || this.search(later, budget, () => true)
    })
    this.stepsLeft -= before - budget.steps
    return found
  }

  private search(situation: Situation, budget: Budget, accept: (known: Literal[]) => boolean): boolean {
    const known: Literal[] = []
    for (const literal of situation.literals) {
      if (contradicts(literal, known, this.listTraits)) return false
      known.push(literal)
    }
    return this.meet([...situation.demands], known, budget, accept)
  }

  /** Depth first; what leaves a choice waits until all that leaves none has been said. */
  private meet(
    demands: readonly Demand[],
    known: readonly Literal[],
    budget: Budget,
    accept: (known: Literal[]) => boolean,
  ): boolean {
    const facts = [...known]
    const open = [...demands]
    const choices: Meaning[][] = []
    for (let one = open.pop(); one; one = open.pop()) {
      if (--budget.steps <= 0) return true
      const ways = expand(one, this.index)
      if (ways.length !== 1) {
        if (ways.length === 0) return false
        choices.push(ways)
        continue
      }
      if (!this.add(ways[0]?.literals ?? [], facts, budget)) return false
      for (const further of ways[0]?.demands ?? []) open.push(further)
    }
    if (choices.length > MOST_CHOICES) return true
    const [ways, ...waiting] = choices
    if (!ways) return accept(facts)
    return this.choose(ways, waiting, facts, budget, accept)
  }

  private choose(
    ways: Meaning[],
    waiting: Meaning[][],
    known: readonly Literal[],
    budget: Budget,
    accept: (known: Literal[]) => boolean,
  ): boolean {
    if (++budget.choices > MOST_CHOICES) return true
    const possible = ways.some((way) => {
      if (--budget.steps <= 0) return true
      const facts = [...known]
      if (!this.add(way.literals, facts, budget)) return false
      return this.meet(way.demands, facts, budget, (found) => {
        const [next, ...rest] = waiting
        return next ? this.choose(next, rest, found, budget, accept) : accept(found)
      })
    })
    budget.choices--
    return possible
  }

  private add(literals: readonly Literal[], facts: Literal[], budget: Budget): boolean {
    for (const literal of literals) {
      budget.steps -= 1 + (weigh(literal) * facts.reduce((sum, fact) => sum + weigh(fact), 0)) / 64
      if (contradicts(literal, facts, this.listTraits)) return false
      facts.push(literal)
    }
    return true
  }
}

/** How much there is to compare. */
function weigh(literal: Literal): number {
  if (literal.about === "count") return literal.kinds.length
  return literal.about === "trait" ? literal.tests.length : 1
}

/** Traits that some condition asks for `contains`: they may be lists. */
function findListTraits({ map }: MapIndex): Set<string> {
  const found = new Set<string>()
  const visit = (condition: Condition | undefined): void => {
    if (!condition) return
    if ("all" in condition) condition.all.forEach(visit)
    else if ("any" in condition) condition.any.forEach(visit)
    else if ("not" in condition) visit(condition.not)
    else if ("trait" in condition && condition.contains !== undefined) found.add(condition.trait)
  }
  for (const { when } of [...map.stages, ...(map.segments ?? [])]) visit(when)
  for (const { audience, continueIf, steps } of map.scenarios ?? []) {
    visit(audience)
    visit(continueIf)
    for (const { only } of steps) visit(only)
  }
  return found
}
