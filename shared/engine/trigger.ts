import type { SingleTrigger } from "../map/trigger"
import type { Scope } from "./compile-map"
import type { CompiledScenario } from "./compiled-map"
import type { Entry } from "./entry"
import type { Leaf } from "./explanation"
import type { Person } from "./person"

/** One firing: the key of the run it would begin, and the events behind it. */
export interface Firing {
  key: string | null
  because: string[]
}

/** A stage or segment that a person has entered or left in this instant. */
export interface MembershipChange {
  kind: "stage" | "segment"
  index: number
  entered: boolean
  because: string[]
}

/** What a trigger does once compiled. A form gives the one of these that is its own. */
export interface TriggerBehaviour {
  /** Event forms: the names to listen to, and what one event fires. */
  events?: { names: readonly string[]; fire(person: Person, entry: Entry): Firing | null }
  /** Whether a change of membership fires it. */
  isFiredBy?(change: MembershipChange): boolean
  /** Timer forms. */
  timer?: {
    /** What fires at exactly this instant, after its events. `factsChanged`: traits did in this instant. */
    fire(person: Person, at: number, factsChanged: boolean): Firing[]
    /** The next instant after `after` at which it may fire if nothing else happens; infinite where none. */
    nextAt(person: Person, after: number): number
    /** Fires again and again for as long as time goes on, so that somebody has to say when it is enough. */
    isEndless?: boolean
    /** Leaves no trace where the audience fails: need not be looked at before the audience can change. */
    waitsForAudience?: boolean
  }
  /** The scenario whose goal fires it. */
  goalOf?: number
  /** For why-not: what it waits for, and how far the person is from it. Met: it was seen, and began nothing. */
  explain(person: Person, at: number): Leaf
}

export interface CompiledTrigger extends TriggerBehaviour {
  scenario: CompiledScenario
}

/** A form of trigger: one file, named by its telling key, one line in the registry. */
export interface TriggerForm<Form extends SingleTrigger = SingleTrigger> {
  key: string
  fits(trigger: SingleTrigger): boolean
  compile(trigger: Form, scope: Scope): TriggerBehaviour
}

export function defineTrigger<Form extends SingleTrigger>(form: TriggerForm<Form>): TriggerForm<Form> {
  return form
}
