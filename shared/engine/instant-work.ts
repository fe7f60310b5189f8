import type { CompiledMap } from "./compiled-map"
import type { Person } from "./person"
import type { Run, StepRun } from "./run"

/** What one instant of one person gathers while it is processed. */
export class InstantWork {
  /** Scenario and key of the trigger that fired first in it, and of all once there are several. */
  private firstScenario = -1
  private firstKey: string | null = null
  private fired: Set<string> | null = null
  /** Runs that reached their goal in it, with the event that brought them there. */
  goals: Map<Run, string> | null = null
  /** Steps that are due now and whose evidence has come already: settled after the gates (rule 23). */
  held: StepRun[] | null = null

  constructor(
    readonly person: Person,
    readonly at: number,
    readonly compiled: CompiledMap,
  ) {}

  /** Whether a trigger of this scenario and key is the first of the instant: several are one, the first decides. */
  isFirstFiring(scenario: number, key: string | null): boolean {
    if (this.firstScenario < 0) {
      this.firstScenario = scenario
      this.firstKey = key
      return true
    }
    this.fired ??= new Set([nameFiring(this.firstScenario, this.firstKey)])
    const name = nameFiring(scenario, key)
    if (this.fired.has(name)) return false
    this.fired.add(name)
    return true
  }

  addGoal(run: Run, event: string): void {
    this.goals ??= new Map()
    this.goals.set(run, event)
  }

  hold(step: StepRun): void {
    this.held ??= []
    this.held.push(step)
  }
}

function nameFiring(scenario: number, key: string | null): string {
  return key === null ? `${scenario}` : `${scenario}:${key}`
}
