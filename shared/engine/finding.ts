import type { Message } from "./message"

export type FindingKind =
  | "missed"
  | "should-not-have"
  | "in-quiet-hours"
  | "over-cap"
  | "wrong-channel"
  | "duplicate"
  | "failed"
  | "late"
  | "early"
  | "unplanned"
  | "never-can"
  | "duplicate-event"
  | "phantom-event"
  | "bad-event"
  | "mix"
  | "volume"
  | "ignored-active"

/** What the fold notes when it happens; words and person are added when the result is asked for. Never changed. */
export interface FindingSeed {
  kind: FindingKind
  at: number
  scenario: string | null
  step: string | null
  channel: string | null
  reason: string | null
  evidence: string[]
  /** Its evidence is that of a message, which may still grow. */
  message?: Message
  /** What the words need. */
  detail?: string
}
