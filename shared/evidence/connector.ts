import type { Ask } from "./ask"
import type { EvidenceDraft } from "./draft"

/** What the person fills in: texts by the field's id. */
export type Settings = Readonly<Record<string, string>>

export interface Field {
  id: string
  /** `secret` is shown masked, and leaves the worker only towards its service. */
  kind: "url" | "text" | "secret" | "choice"
  required?: boolean
  /** What holds where the person says nothing. */
  preset?: string
  choices?: readonly string[]
  /** Shown where nothing is filled in. */
  example?: string
}

/** What one request for evidence is about. Times are ms UTC. */
export interface PageAsk {
  settings: Settings
  /** The address without a slash at its end. */
  base: string
  /** The time that this pass reads through: [from, to]. */
  from: number
  to: number
  /** Where the page before has ended; null for the first. */
  page: unknown
  ask: Ask
}

export interface Page {
  evidence: EvidenceDraft[]
  /** What to hand in for the next page (JSON); null: the pass is complete. */
  next: unknown
  /** The service says that it still has everything since then, ms UTC. */
  keptFrom?: number
  /** It holds what an earlier pass has seen: nothing was emptied in between. */
  reachedOlder?: boolean
  /** There was more than the service hands out: only since then everything has been read, ms UTC. */
  readFrom?: number
  /** Something was sent then of which the service does not say to whom, ms UTC: whoever waits for it may have got it. */
  blindAt?: number[]
  /** Entries that could not be understood. They prove nothing, and are counted. */
  unreadable?: number
}

/**
 * A source of evidence: one file, one registry line. It reads pages of a time, newest or oldest first; what a pass is,
 * where it goes on, and what it covers is the same for all (`poll.ts`).
 */
export interface Connector {
  id: string
  /** The service's own name. */
  title: string
  /**
   * A provider keeps for a time, whatever anybody does. An inbox keeps what it gets until somebody empties it, and of
   * the others nobody knows: since when they have everything, the person says.
   */
  kind: "inbox" | "provider" | "other"
  fields: readonly Field[]
  /** The channels it watches; the person may say which, where the service does not know. */
  channels(settings: Settings): string[]
  /** How long the service keeps, ms; null: as long as it is not emptied. */
  retentionMs: number | null
  /** How far a new pass reads again what was read before: outcomes come late, and are listed under their message. */
  lookBackMs: number
  /** How late the service itself learns of things: what is newer is not covered yet. */
  lagMs: number
  /** Time between two passes, ms. */
  everyMs: number
  readPage(ask: PageAsk): Promise<Page>
}

const MINUTE = 60_000
export const HOUR_MS = 60 * MINUTE
export const DAY_MS = 24 * HOUR_MS

/** The field for the service's address. */
export const addressField = (preset?: string, example?: string): Field => ({
  id: "url",
  kind: "url",
  ...(preset === undefined ? { required: true } : { preset }),
  ...(example !== undefined && { example }),
})
export const secretField = (id: string): Field => ({ id, kind: "secret", required: true })

/** What is usual for a test inbox: it is near, has no limits, and knows at once. */
export const inboxHabits = {
  kind: "inbox",
  retentionMs: null,
  lookBackMs: MINUTE,
  lagMs: 0,
  everyMs: 30_000,
  channels: () => ["email"],
} as const
