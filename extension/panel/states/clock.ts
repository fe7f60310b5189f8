import type { EventView, FollowUpView } from "../../overlay/state"
import type { PretendedEvent, ViewContract } from "../state"

export interface ClockView extends ViewContract {
  question: ClockQuestion
  state: ClockState
  action: never
}

export interface ClockQuestion {
  /** How far ahead to look, ms. */
  aheadMs: number
}

/** The journey on a time line: what was, what will be if nothing else happens, and what would be if. */
export interface ClockState {
  /** The site's clock. */
  now: number
  /** The instant that is looked at. */
  at: number
  from: number
  to: number
  /** What happened up to now, and will happen after, in order. */
  moments: Moment[]
  /** There are more moments ahead than are listed. */
  cut: boolean
  /** Beside what is, where something is pretended. */
  branch: Branch | null
  /** What can be pretended: the next steps, and common events of this map. */
  offers: Offer[]
}

export interface Moment {
  /** Unique in a state. */
  id: string
  at: number
  kind: "event" | "stage" | "started" | "ended" | FollowUpView["status"]
  event?: EventView
  pretended?: boolean
  /** Of follow-ups, starts and ends. */
  followUp?: FollowUpView
  scenario?: { id: string; name: string }
  stage?: { id: string; name: string; back: boolean }
}

/** What the pretended events change, as it would stand at the end of the time line. */
export interface Branch {
  stage: { real: string | null; pretended: string | null }
  rows: BranchRow[]
  /** Steps that stay as they are. */
  same: number
}

export interface BranchRow {
  key: string
  /** Null where the step is only in the other. */
  real: FollowUpView | null
  pretended: FollowUpView | null
}

/** Something to pretend: an outcome of a step, or an event that this map listens to. */
export interface Offer {
  id: string
  what: "sent" | "opened" | "clicked" | "event"
  /** With `event`, at the instant that is looked at; the others know their own. */
  events: PretendedEvent[]
  followUp?: FollowUpView
}
