import type { OverlayMove } from "../messages"
import type { FollowUpView } from "../overlay/state"
import type { Language } from "../words/language"

/** What the worker tells the overlay on an open inbox. Instants are ms UTC. */
export interface InboxState {
  language: Language
  /** The site whose messages are looked for. */
  site: string
  at: number
  clockOffsetMs: number
  nextChangeAt: number | null
  /** Null where the page shows no list that can be read. */
  webmail: string | null
  /** Whatever comes would be seen in this list. */
  isWhole: boolean
  /** Not here: still to come, due, missed, unknown. The nearest due first. */
  expected: FollowUpView[]
  /** Latest first. */
  arrived: FollowUpView[]
  /** Names of messages that no subject or sender tells from other mail. */
  unknowable: string[]
}

export type InboxAction =
  | { type: "size"; width: number; height: number; mode: "pill" | "open" }
  | OverlayMove
  /** Switch this inbox off. */
  | { type: "stop" }

/** An inbox that the person has switched on for a site. */
export interface SwitchedInbox {
  origin: string
  site: string
  since: number
}
