import { askGates, tellRefusals } from "./gates/registry"
import type { InstantWork } from "./instant-work"
import { judgeMessage } from "./judge-message"
import type { Message } from "./message"
import type { StepRun } from "./run"
import { isCutShort } from "./sends"
import { scheduleFrom } from "./step-due"
import { addPlannedSend, refuseStep } from "./steps"

/** A message has come for a step of its channel: what that makes of both (rules 13, 22, 23 and 24). */
export function bringToStep(work: InstantWork, step: StepRun, message: Message): void {
  const { person, at } = work
  message.step = step
  message.type = step.plan.type
  if (step.phase === "waiting" && step.dueAt <= at && !step.held) {
    step.held = message
    message.kind = "step"
    work.hold(step)
    return
  }
  if (step.phase === "waiting" && !step.held) {
    const question = { person, step, at, early: true }
    const { refusedBy, refusals } = askGates(question)
    step.refusals = refusals
    if (refusedBy) step.told = tellRefusals(question, refusals)
    if (refusedBy) refuseStep(person, step, refusedBy.reason, at)
    else {
      settleStep(work, step, message)
      addPlannedSend(person, step)
      return
    }
  }
  // Due when its run ended, and not sent in time: refused with that reason, not missed.
  if (step.phase === "open" && isCutShort(step) && at > step.lapsesAt) {
    step.phase = "refused"
    step.reason = step.run.over === "goal" ? "goal" : "exited"
    step.settledAt ??= step.lapsesAt
  }
  if (step.phase === "refused") {
    message.kind = "refused"
    step.messages = [...(step.messages ?? []), message]
    judgeMessage(work, message)
  } else if (step.phase === "open" || (step.phase === "settled" && step.message?.failed)) {
    settleStep(work, step, message)
  } else {
    message.kind = "duplicate"
    judgeMessage(work, message)
  }
}

function settleStep(work: InstantWork, step: StepRun, message: Message): void {
  const { person, at } = work
  const lapsed = step.phase === "open" && at > step.lapsesAt
  step.settledAt ??= lapsed ? step.lapsesAt : at
  step.phase = "settled"
  step.message = message
  step.messages = [...(step.messages ?? []), message]
  message.kind = "step"
  judgeMessage(work, message)
  scheduleFrom(person, step.run, step.plan.index + 1)
}

/** Evidence of the due instant, once the gates have been asked (rule 23). */
export function settleHeld(work: InstantWork, step: StepRun): void {
  const message = step.held
  if (!message) return
  step.held = null
  bringToStep(work, step, message)
}

/** More evidence of a message: a first proof of sending after a failure, or an open that undoes one. */
export function followMessage(work: InstantWork, message: Message): void {
  judgeMessage(work, message)
  const { step } = message
  if (message.kind === "step" && step?.phase === "settled" && step.message === message) {
    scheduleFrom(work.person, step.run, step.plan.index + 1)
  }
}
