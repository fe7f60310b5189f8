import { findArrived, readArrival } from "./arrival"
import type { Entry } from "./entry"
import { addEvidence, type Evidence, isProof, readEvidence } from "./evidence-event"
import type { InstantWork } from "./instant-work"
import { judgeMessage } from "./judge-message"
import { findLatestMessage, type Match, matchEvidence } from "./match-evidence"
import { Message } from "./message"
import { bringToStep, followMessage } from "./settle"
import { withLast } from "./small-list"

/** Takes one evidence event: finds the message it belongs to, and what that means for its step (rules 22 and 23). */
export function takeEvidence(work: InstantWork, entry: Entry): void {
  const evidence = readEvidence(entry)
  if (!evidence) return
  const known = findKnown(work, evidence)
  if (known) join(work, known, evidence)
  else if (evidence.kind !== "unsubscribed") startMessage(work, evidence)
}

/** Takes a visit that a message has led to. One that fits no step of this person says nothing. */
export function takeArrival(work: InstantWork, entry: Entry): void {
  const evidence = readArrival(entry, work.compiled)
  if (!evidence) return
  const known = findArrived(work.person, evidence)
  if (known) join(work, known, evidence)
  else if (matchEvidence(work.person, evidence)?.wrongChannel === false) startMessage(work, evidence)
}

/** The message by its provider's id; an outcome or failure without one belongs to the latest that fits its names. */
function findKnown({ person }: InstantWork, evidence: Evidence): Message | null {
  if (evidence.providerId !== null) {
    return person.byProvider?.get(providerKey(evidence.channel, evidence.providerId)) ?? null
  }
  const isOutcome = evidence.kind !== "sent" && evidence.kind !== "shown"
  return isOutcome ? findLatestMessage(person, evidence) : null
}

function startMessage(work: InstantWork, evidence: Evidence): void {
  const { person } = work
  const match = matchEvidence(person, evidence)
  const own = match && !match.wrongChannel ? findOwn(match, evidence) : null
  if (own) {
    if (evidence.providerId !== null) {
      own.providerId = evidence.providerId
      remember(work, own)
    }
    join(work, own, evidence)
    return
  }
  const message = new Message(evidence.channel, evidence.providerId, evidence.at)
  person.messages = withLast(person.messages ?? [], message)
  remember(work, message)
  addEvidence(message, evidence)
  place(work, message, match)
}

function place(work: InstantWork, message: Message, match: Match | null): void {
  if (match?.wrongChannel) {
    message.kind = "wrong-channel"
    message.step = match.step
  } else if (match) {
    bringToStep(work, match.step, message)
    return
  } else message.kind = message.sentAt === null ? "pending" : "unplanned"
  judgeMessage(work, message)
}

/**
 * The message of a step that has come before and is meant again: evidence without a `provider_id` joins it, and the
 * first `provider_id` that comes to one without becomes its own (a failed one excepted).
 */
function findOwn({ step }: Match, evidence: Evidence): Message | null {
  const latest = step.held ?? step.message ?? step.messages?.at(-1) ?? null
  if (!latest) return null
  if (evidence.providerId === null) return latest
  return latest.providerId === null && !latest.failed ? latest : null
}

function join(work: InstantWork, message: Message, evidence: Evidence): void {
  addEvidence(message, evidence)
  if (message.kind === "pending" && isProof(evidence)) {
    place(work, message, matchEvidence(work.person, { ...evidence, names: message.names }))
    return
  }
  followMessage(work, message)
}

function remember({ person }: InstantWork, message: Message): void {
  if (message.providerId === null) return
  person.byProvider ??= new Map()
  person.byProvider.set(providerKey(message.channel, message.providerId), message)
}

function providerKey(channel: string, providerId: string): string {
  return `${channel}\n${providerId}`
}
