import type { GateResult } from "./audit-result"
import { describeChange, describeGateStanding } from "./describe-explanation"
import type { Change, Standing } from "./explanation"
import { gates } from "./gates/registry"
import type { StepRun } from "./run"

/** A gate's answer; of one that did not let the step through what the person had, and the least that would have done. */
export interface ToldGate {
  gate: string
  passed: boolean
  is?: Standing
  change?: Change
}

/** Every gate of a step that was not sent, in the order in which they are asked; "run": whether it still went on. */
export function listGates(step: StepRun): ToldGate[] {
  const { over, endedAt } = step.run
  const { reason } = step
  const isOver = reason === "exited" || reason === "goal" || reason === "merged"
  const run: ToldGate = { gate: "run", passed: !isOver }
  if (isOver && over !== null && endedAt !== null) {
    run.is = { code: "run-over", reason, at: endedAt }
    run.change = { code: "run-goes-on", until: step.dueAt }
  }
  if (step.refusals < 0) return [run]
  let told = 0
  const asked = gates.map(({ id }, index): ToldGate => {
    const passed = !(step.refusals & (1 << index))
    return { gate: id, passed, ...(passed ? null : step.told?.[told++]) }
  })
  return [run, ...asked]
}

/** The same in the sentences of the result. */
export function describeGate({ gate, passed, is, change }: ToldGate): GateResult {
  return {
    gate,
    passed,
    ...(is && { is: describeGateStanding(is) }),
    ...(change && { change: describeChange(change) }),
  }
}
