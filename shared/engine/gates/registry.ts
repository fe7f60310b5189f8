import type { Gate, GateQuestion, GateTold } from "../gate"
import { withLast } from "../small-list"
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

/** What those that said no tell, in the order of the gates. Asked at the same instant. */
export function tellRefusals(question: GateQuestion, refusals: number): GateTold[] {
  let told: GateTold[] = NOTHING_TOLD
  for (let index = 0; index < gates.length; index++)
    if (refusals & (1 << index)) told = withLast(told, (gates[index] as Gate).tell(question))
  return told
}

const NOTHING_TOLD: GateTold[] = []

/** Asks every gate, without short cuts, so that "why not" can name each. */
export function askGates(question: GateQuestion): GatesAnswer {
  const result: GatesAnswer = { refusedBy: null, deferTo: null, refusals: 0 }
  for (let index = 0; index < gates.length; index++) {
    const gate = gates[index] as Gate
    const answer = gate.ask(question)
    if (answer === null) continue
    result.refusals |= 1 << index
    if (result.refusedBy) continue
    if (answer === "refuse") result.refusedBy = gate
    else result.deferTo = answer.deferTo
  }
  return result
}
