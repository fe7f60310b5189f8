import type { Change, Standing } from "./explanation"
import type { Person } from "./person"
import type { Reason, StepRun } from "./run"

/** What a gate is asked: may this step of this person go at this instant? */
export interface GateQuestion {
  person: Person
  step: StepRun
  at: number
  /** Asked by early evidence (rule 24): what puts off refuses nothing. */
  early: boolean
}

/** `null`: may pass. A number: not before that instant. */
export type GateAnswer = null | "refuse" | { deferTo: number }

/** Of a gate that refuses: what the person has, and the smallest change with which it would have let the step through. */
export interface GateTold {
  is: Standing
  change: Change
}

/** One of the gates of rule 18: one file, named by its reason, one line in the registry, which has their order. */
export interface Gate {
  id: string
  reason: Reason
  ask(question: GateQuestion): GateAnswer
  /** Asked at the same instant, only where it refuses or puts off. */
  tell(question: GateQuestion): GateTold
}
