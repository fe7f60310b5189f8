import { listRuns } from "./build-result"
import type { Person } from "./person"
import { completeRun } from "./run"
import { listGates, type ToldGate } from "./step-gates"
import { explainScenarios, type ScenarioExplanation } from "./why-not"

/** Why what did not happen did not. `runs` and their steps are in the order of the result. */
export interface PersonExplanation {
  scenarios: ScenarioExplanation[]
  runs: { steps: ToldGate[][] }[]
}

/** Of someone who has been advanced to `now`. */
export function explainPerson(person: Person, now: number): PersonExplanation {
  for (const run of person.runs) completeRun(run, now)
  return {
    scenarios: explainScenarios(person, now),
    runs: listRuns(person).map(({ steps }) => ({ steps: steps.map(listGates) })),
  }
}
