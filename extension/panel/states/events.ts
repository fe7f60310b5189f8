import type { TouchpointEvent } from "../../../shared/event"
import type { ViewContract } from "../state"

export interface EventsView extends ViewContract {
  question: EventsQuestion
  state: EventsState
  action: never
}

/** How much of the log the view has already: only what came since is sent. */
export interface EventsQuestion {
  /** Which reading of the journey that was; another one begins anew. */
  epoch: string
  from: number
}

export interface EventsState {
  epoch: string
  /** The place in the log of the first row here. */
  from: number
  /** In the order of the log; not more than a message carries well. */
  rows: EventRow[]
  /** How many there are in all. */
  total: number
  /** What the audit says of events, by id. */
  marks: Record<string, EventMark>
  /** Events that only the panel knows. */
  pretended: EventRow[]
}

export type EventMark = "duplicate" | "phantom" | "unusable"

export interface EventRow {
  event: TouchpointEvent
  /** What a person would call it. Untrusted text of the page. */
  title: string | null
  value: number | null
  currency: string | null
  /** What GA4 or the map would have otherwise; errors first, in the reader's language. */
  remarks: { code: string; severity: "error" | "warning"; path: string; message: string }[]
}
