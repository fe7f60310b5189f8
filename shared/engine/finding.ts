import { Kept } from "./kept"
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

/** What the fold notes when it happens; words and person are added when the result is asked for. */
export interface FindingSeed {
  kind: FindingKind
  at: number
  scenario: string | null
  step: string | null
  channel: string | null
  reason: string | null
  evidence: readonly string[]
  /** What the words need. */
  detail?: string | undefined
}

/** A finding about a message, whose evidence may still grow. */
export class MessageFinding extends Kept implements FindingSeed {
  readonly scenario: string | null
  readonly step: string | null

  constructor(
    readonly kind: FindingKind,
    readonly message: Message,
    readonly at: number,
    readonly reason: string | null,
  ) {
    super()
    this.scenario = message.step?.run.scenario.id ?? message.names.scenario ?? null
    this.step = message.step?.plan.id ?? message.names.step ?? null
  }

  get channel(): string {
    return this.message.channel
  }

  get evidence(): string[] {
    return this.message.evidence
  }
}
