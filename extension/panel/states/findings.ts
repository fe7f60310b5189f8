import type { FindingKind } from "../../domain"
import type { EventView } from "../../overlay/state"
import type { ViewContract } from "../state"
import type { EvidenceItem } from "./evidence"

export interface FindingsView extends ViewContract {
  question: null
  state: FindingsState
  action: FindingsAction
}

/** What the audit wants a person to see, by kind, worst first. */
export interface FindingsState {
  groups: FindingGroup[]
  muted: FindingView[]
  /** How many there are; more than are listed where there are very many. */
  total: number
}

export interface FindingGroup {
  kind: FindingKind
  severity: Severity
  /** Latest first, at most a few hundred. */
  findings: FindingView[]
  total: number
}

/** `first`: the message that a duplicate repeats · `against`: what forbade it · `seen`: what was seen of the message. */
export interface Proof {
  role: "first" | "against" | "seen"
  item: EvidenceItem
}

export type Severity = "error" | "warning" | "info"

export interface FindingView {
  /** Findings with the same key are muted together: this kind, of this step, over this channel. */
  key: string
  /** Unique in a state. */
  id: string
  kind: FindingKind
  severity: Severity
  at: number
  scenarioName: string | null
  scenario: string | null
  step: string | null
  channel: string | null
  message: string | null
  reason: string | null
  events: EventView[]
  /** What shows that it is so: first what it goes against, then what was seen. */
  proof: Proof[]
  /** The engine's own words, where the kind alone does not say it all. */
  detail: string | null
  /** Why nobody wants to see it. */
  mutedBecause: string | null
  mutedAt: number | null
}

export type FindingsAction =
  /** Not to be counted any more; the reason is for colleagues, at most 300 characters. */
  { type: "mute"; key: string; reason: string } | { type: "unmute"; key: string }
