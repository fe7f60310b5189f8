import { doesLimit, isFull } from "./caps"
import type { CompiledCap, CompiledMap } from "./compiled-map"
import { MessageFinding } from "./finding"
import type { InstantWork } from "./instant-work"
import { fitsEither } from "./match-evidence"
import type { Message } from "./message"
import { findQuietEnd } from "./quiet-hours"
import { Send } from "./sends"

/** Judges a message once, when a send of it is first proved: findings, quiet hours and caps at its own time. */
export function judgeMessage(work: InstantWork, message: Message): void {
  if (message.judged || message.sentAt === null || message.step?.held === message) return
  if (message.kind === "pending") message.kind = "unplanned"
  message.judged = true
  message.type ??= findType(work.compiled, message)
  const { person, compiled } = work
  if (message.kind === "refused") {
    person.addFinding(
      new MessageFinding("should-not-have", message, message.sentAt, message.step?.reason ?? null),
    )
  } else if (message.kind !== "step")
    person.addFinding(new MessageFinding(message.kind, message, message.firstAt, null))
  const quiet = compiled.channels.get(message.channel)?.quiet
  if (quiet && message.type !== "service" && findQuietEnd(quiet, message.sentAt, person.zone()) !== null) {
    person.addFinding(new MessageFinding("in-quiet-hours", message, message.sentAt, null))
  }
  // One that its gates let through was judged by them, and counts at its due time.
  if (message.kind !== "step" && compiled.hasCaps) countAgainstCaps(work, message, message.sentAt)
}

function countAgainstCaps({ person, compiled }: InstantWork, message: Message, sentAt: number): void {
  const send = new Send(sentAt, message.channel, message.type, null, message)
  const isOver = listCaps(compiled, message.channel).some(
    (cap) => doesLimit(cap, message.type) && isFull(person, cap, sentAt),
  )
  if (isOver) person.addFinding(new MessageFinding("over-cap", message, sentAt, null))
  person.addSend(send)
}

function listCaps(compiled: CompiledMap, channel: string): CompiledCap[] {
  return compiled.channels.get(channel)?.caps ?? compiled.overallCaps
}

/**
 * The type of a message that fits no step: that of the message (or of the step) it names, else of the first in the map
 * whose `match` fits, else none.
 */
function findType(compiled: CompiledMap, { names }: Message): Message["type"] {
  if (names.message !== undefined) {
    const named = compiled.messages.get(names.message)
    if (named) return named.type
  }
  if (names.scenario !== undefined && names.step !== undefined) {
    const scenario = compiled.scenarios.find(({ id }) => id === names.scenario)
    const step = scenario?.steps.find(({ id }) => id === names.step)
    if (step) return step.type
  }
  for (const message of compiled.messages.values()) {
    if (fitsEither(message, names, "campaign", "template", "subject", "sender")) return message.type
  }
  return null
}
