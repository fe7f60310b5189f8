import type { MatchRule } from "../../../shared/evidence/explain-match"
import type { MatchName } from "../../../shared/evidence/match-rule"
import type { SourceProblem } from "../../../shared/evidence/source-problem"
import type { FollowUpView } from "../../overlay/state"
import type { ViewContract } from "../state"

export interface EvidenceView extends ViewContract {
  question: null
  state: EvidenceState
  action: EvidenceViewAction
}

export interface EvidenceState {
  /** What the bars show, ms UTC. */
  from: number
  to: number
  channels: WatchedChannel[]
  sources: { id: string; title: string; problem: SourceProblem | null; lastGoodAt: number | null }[]
  /** Web pages with a mailbox that are read while they are open. */
  inboxes: OpenInbox[]
  steps: StepEvidence[]
  /** What settled no step: unplanned, over another channel, or of a message that only failed. Newest first. */
  loose: EvidenceItem[]
}

export interface WatchedChannel {
  id: string
  status: "live" | "planned" | "missing"
  spans: { from: number; to: number }[]
  /** Titles of sources; `recorder` and `person` stand for those two; an open inbox by its host. */
  watchedBy: string[]
}

/** `origin` is its address, `since` ms UTC. */
export interface OpenInbox {
  origin: string
  since: number
}

export interface StepEvidence {
  /** `messageId`: which message of the map it sends; null where it names none. */
  step: FollowUpView & { messageId: string | null }
  evidence: (EvidenceItem & { rule: MatchRule })[]
  /** Who looks at its channel. */
  lookedAt: string[]
}

export interface EvidenceItem {
  id: string
  /** The message that it belongs to: what is assigned. */
  key: string
  name: string
  at: number
  channel: string
  /** Untrusted text: subject, else campaign, else template. */
  title: string | null
  sender: string | null
  source: string
  /** Kinds of findings that it proves. */
  proves: string[]
  /** The person has said which step this is. */
  assigned: boolean
  /** What a `match` rule could be made of. */
  rules: { by: MatchName; pattern: string }[]
}

export type EvidenceViewAction =
  | { type: "assign"; key: string; scenario: string; step: string }
  | { type: "unassign"; key: string }
  /** Add a `match` to a message of the map in use. Answered with `{ done }`. */
  | { type: "rule"; message: string; by: MatchName; pattern: string }
  /** "I got it at 12:03." */
  | { type: "seen"; scenario: string; step: string; channel: string; at: number }
  | { type: "unseen"; scenario: string; step: string; channel: string }
  | { type: "look" }
  /** Read the inbox at this address while it is open, or no longer; what Chrome grants is asked of it before. */
  | { type: "inbox"; address: string; on: boolean }
