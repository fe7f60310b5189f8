import type { CompiledMap } from "./compiled-map"
import type { Person } from "./person"
import type { Run, StepRun } from "./run"

/** What one instant of one person gathers while it is processed. */
export class InstantWork {
  /** Scenario and key of the triggers that have fired in it. */
  readonly fired = new Set<string>()
  /** Runs that reached their goal in it. */
  readonly goals: Run[] = []
  /** The event that brought each of them there. */
  readonly goalEvents = new Map<Run, string>()
  /** Steps that are due now and whose evidence has come already: settled after the gates (rule 23). */
  readonly held: StepRun[] = []

  constructor(
    readonly person: Person,
    readonly at: number,
    readonly compiled: CompiledMap,
  ) {}
}
