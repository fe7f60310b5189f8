import type { MessageType } from "../map/message"
import { Kept } from "./kept"
import type { Message } from "./message"
import type { StepRun } from "./run"

/** Something that caps may count (rule 21): a planned send at its due time, or another real one at its own. */
export class Send extends Kept {
  constructor(
    readonly at: number,
    readonly channel: string,
    readonly type: MessageType | null,
    readonly step: StepRun | null,
    readonly message: Message | null,
  ) {
    super()
  }
}

/**
 * Whether it counts, seen from `at`: a step that is sent, early, late, due, missed, unknown, or failed after a proof of
 * sending; any other message with a proof of sending.
 */
export function doesCount(send: Send, at: number): boolean {
  const { step, message } = send
  if (!step) return message?.sentAt !== null
  switch (step.phase) {
    case "open":
      return !(isCutShort(step) && at > step.lapsesAt)
    case "settled":
      return !step.message?.failed || step.message.sentAt !== null
    default:
      return false
  }
}

/**
 * Due, and not yet missed, when its run was ended by an exit or a goal: without evidence it is skipped (rule 13). What
 * was missed before that instant stays so.
 */
export function isCutShort(step: StepRun): boolean {
  const { over, endedAt } = step.run
  return (over === "exited" || over === "goal") && endedAt !== null && endedAt <= step.lapsesAt
}
