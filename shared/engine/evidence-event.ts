import type { TouchpointEvent } from "../event"
import type { Entry } from "./entry"
import { isMachineOpen } from "./matcher"
import type { Message, MessageNames } from "./message"
import { NAMES } from "./message"
import { ownValue } from "./path"
import { withLast } from "./small-list"

/** What an evidence event shows of its message. A proxy's open proves delivery. */
export type EvidenceKind = "sent" | "delivered" | "shown" | "opened" | "clicked" | "failed" | "unsubscribed"

const KINDS = new Map<string, EvidenceKind>([
  ["message_sent", "sent"],
  ["message_delivered", "delivered"],
  ["message_shown", "shown"],
  ["message_opened", "opened"],
  ["message_clicked", "clicked"],
  ["message_bounced", "failed"],
  ["message_failed", "failed"],
  ["message_unsubscribed", "unsubscribed"],
])

export interface Evidence {
  id: string
  at: number
  kind: EvidenceKind
  channel: string
  providerId: string | null
  names: MessageNames
  /** It carries none of the names. */
  nameless: boolean
}

/** Names of the events that are evidence. */
export const EVIDENCE_NAMES: ReadonlySet<string> = new Set(KINDS.keys())

/** Without a channel, evidence is of nothing. */
export function namesChannel(event: TouchpointEvent): boolean {
  const channel = ownValue(event.props, "channel")
  return typeof channel === "string" && channel !== ""
}

/** Reads an evidence event; null where it names no channel. */
export function readEvidence({ event, at }: Entry): Evidence | null {
  const kind = KINDS.get(event.name)
  const channel = ownValue(event.props, "channel")
  if (!kind || typeof channel !== "string" || channel === "") return null
  const names: MessageNames = {}
  let nameless = true
  for (const name of NAMES) {
    const value = readText(ownValue(event.props, name))
    if (value === null) continue
    names[name] = value
    nameless = false
  }
  return {
    id: event.id,
    at,
    kind: isMachineOpen(event) ? "delivered" : kind,
    channel,
    providerId: readText(ownValue(event.props, "provider_id")),
    names,
    nameless,
  }
}

function readText(value: unknown): string | null {
  if (typeof value === "number") return String(value)
  return typeof value === "string" && value !== "" ? value : null
}

/** Sent, delivered, shown, opened, clicked: each proves a send (rule 22). */
export function isProof({ kind }: Evidence): boolean {
  return kind !== "failed" && kind !== "unsubscribed"
}

/** Adds what evidence shows: clicked implies opened, opened and shown imply delivered, all imply sent. */
export function addEvidence(message: Message, evidence: Evidence): void {
  const { kind, at } = evidence
  message.evidence = withLast(message.evidence, evidence.id)
  for (const name of NAMES) {
    const value = evidence.names[name]
    if (value !== undefined) message.names[name] ??= value
  }
  if (isProof(evidence)) message.sentAt ??= at
  if (kind === "delivered" || kind === "shown" || kind === "opened" || kind === "clicked")
    message.deliveredAt ??= at
  if (kind === "opened" || kind === "clicked") message.openedAt ??= at
  if (kind === "clicked") message.clickedAt ??= at
  if (kind === "failed") message.failedAt ??= at
}
