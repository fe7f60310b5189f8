import type { MessageType } from "../map/message"
import { Kept } from "./kept"
import type { StepRun } from "./run"

/** What evidence may be named by (rule 23). */
export const NAMES = ["scenario", "step", "message", "campaign", "template", "subject", "sender"] as const
export type MessageNames = Partial<Record<(typeof NAMES)[number], string>>

/** One message as evidence shows it: what has one (channel, `provider_id`). Times are ms UTC. */
export class Message extends Kept {
  names: MessageNames = {}
  /** The earliest proof of sending. */
  sentAt: number | null = null
  deliveredAt: number | null = null
  openedAt: number | null = null
  clickedAt: number | null = null
  failedAt: number | null = null
  evidence: string[] = []
  /**
   * `step`: settles its step · `refused`: came for a step that should not be sent · `pending`: only a failure that
   * fits nothing has been seen of it.
   */
  kind: "step" | "refused" | "duplicate" | "wrong-channel" | "unplanned" | "pending" = "pending"
  /** The step that it came for, or for `wrong-channel` names. */
  step: StepRun | null = null
  type: MessageType | null = null
  /** Its first proof has been judged (findings, caps). */
  judged = false

  constructor(
    readonly channel: string,
    public providerId: string | null,
    /** Its first event. */
    readonly firstAt: number,
  ) {
    super()
  }

  /** Rule 22: a failure or bounce, unless it was opened or clicked. */
  get failed(): boolean {
    return this.failedAt !== null && this.openedAt === null
  }
}
