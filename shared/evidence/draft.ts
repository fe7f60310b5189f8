/** What a source shows of a message. `machine` marks an open by a proxy. */
export const EVIDENCE_KINDS = [
  "sent",
  "delivered",
  "shown",
  "opened",
  "clicked",
  "bounced",
  "failed",
  "unsubscribed",
] as const

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** One observation, before it is known whose it is. */
export interface EvidenceDraft {
  /** Unique within its source, and the same whenever it is read again. */
  id: string
  kind: EvidenceKind
  /** When it happened, ms UTC, by the service's clock. */
  at: number
  channel: string
  /** The address it went to; null where the source does not say. */
  to: string | null
  /** The person, where the source names one. */
  person?: string | null
  /** One message is what has one (channel, provider id). For mail the Message-ID, so that two sources mean one. */
  providerId: string | null
  scenario?: string | null
  step?: string | null
  message?: string | null
  /** Campaigns or tags: which of them the map knows is found out later. */
  campaigns?: readonly string[]
  template?: string | null
  subject?: string | null
  sender?: string | null
  machine?: boolean
  bounce?: "hard" | "soft"
}

/** `<A@B>` and `a@b` are one Message-ID; ids of other kinds stay as they are. */
export function readMessageId(value: string | null): string | null {
  const bare = value
    ?.trim()
    .replace(/^<+|>+$/g, "")
    .trim()
  return bare ? bare.slice(0, 998) : null
}
