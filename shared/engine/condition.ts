import type { Condition } from "../map/condition"
import type { Scope } from "./compile-map"
import type { EventIds } from "./event-ids"
import type { Explanation } from "./explanation"
import type { Facts } from "./facts"

/** What conditions are asked about: a person at an instant. */
export interface Situation {
  facts: Facts
  inSegment(index: number, at: number): boolean
  inStage(index: number, at: number): boolean
}

/** A condition ready to be asked. Asking notes when the answer may change by itself (`noteChangeAt`). */
export interface CompiledCondition {
  /** Whether it holds on the state at `at` (ms UTC), after all events of that instant. */
  holds(situation: Situation, at: number): boolean
  /** Adds the ids of the events that bear on it. */
  because(situation: Situation, at: number, ids: EventIds): void
  /** Without short cuts. With `wanted: false` the opposite is asked for (`not`). */
  explain(situation: Situation, at: number, wanted: boolean): Explanation
}

/** A form of condition: one file, named by its telling key, one line in the registry. */
export interface ConditionForm<Form extends Condition = Condition> {
  key: string
  compile(condition: Form, scope: Scope): CompiledCondition
}

export function defineCondition<Form extends Condition>(form: ConditionForm<Form>): ConditionForm<Form> {
  return form
}

/** Most ids that one condition gives as its because. */
export const MOST_IDS = 20
