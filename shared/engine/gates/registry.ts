import type { Gate, GateQuestion, GateTold } from "../gate"
import { capped } from "./capped"
import { consent } from "./consent"
import { continueIf } from "./continue-if"
import { ifNot } from "./if-not"
import { integrationMissing } from "./integration-missing"
import { only } from "./only"
import { quiet } from "./quiet"
import { unreachable } from "./unreachable"
import { unschedulable } from "./unschedulable"
import { withheld } from "./withheld"

/** In the order of rule 18, after "run over": the first that fails decides. */
export const gates: readonly Gate[] = [
  quiet,
  unschedulable,
  continueIf,
  only,
  ifNot,
  integrationMissing,
  unreachable,
  consent,
  withheld,
  capped,
]

/** The answer of all gates: who refuses, or until when the step is put off; and bit by bit which ones said no. */
export interface GatesAnswer {
  refusedBy: Gate | null
  deferTo: number | null
  refusals: number
}

/** What those that said no tell, by the gate. Asked at the same instant. */
export function tellRefusals(question: GateQuestion, refusals: number): Record<string, GateTold> {
  const told: Record<string, GateTold> = {}
  for (const [index, gate] of gates.entries())
    if (refusals & (1 << index)) told[gate.id] = gate.tell(question)
  return told
}

/** Asks every gate, without short cuts, so that "why not" can name each. */
export function askGates(question: GateQuestion): GatesAnswer {
  const result: GatesAnswer = { refusedBy: null, deferTo: null, refusals: 0 }
  for (const [index, gate] of gates.entries()) {
    const answer = gate.ask(question)
    if (answer === null) continue
    result.refusals |= 1 << index
    if (result.refusedBy) continue
    if (answer === "refuse") result.refusedBy = gate
    else result.deferTo = answer.deferTo
  }
  return result
}
