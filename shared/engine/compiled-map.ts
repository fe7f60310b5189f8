import type { CommunicationMap } from "../map/communication-map"
import type { MessageType } from "../map/message"
import type { Outcome } from "../map/scenario"
import type { Meant } from "./arrival"
import type { CompiledCondition } from "./condition"
import type { Facts } from "./facts"
import type { Interest } from "./interest"
import type { Plans } from "./match-evidence"
import type { CompiledMatcher } from "./matcher"
import type { MembershipPart } from "./membership-parts"
import type { CompiledTrigger } from "./trigger"
import type { Zone } from "./zone"

export interface CompiledCap {
  max: number
  /** A rolling window in ms, or the calendar of the person's zone. */
  per: number | "calendar-day" | "calendar-week" | "calendar-month"
  types: Set<MessageType> | null
  defers: boolean
  /** null: over all channels. */
  channel: string | null
}

export interface CompiledChannel {
  id: string
  index: number
  cost: number
  live: boolean
  /** The trait that holds the address. */
  address: string[] | null
  consent: "none" | "opt-in" | "opt-out"
  quiet: { from: number; to: number; skips: boolean } | null
  /** Its own caps, then those over all channels. */
  caps: CompiledCap[]
}

export interface CompiledMessage {
  id: string
  type: MessageType
  fits: {
    campaign: ((text: string) => boolean) | null
    template: ((text: string) => boolean) | null
    subject: ((text: string) => boolean) | null
    sender: ((text: string) => boolean) | null
  }
}

export interface CompiledStep {
  id: string
  index: number
  scenario: CompiledScenario
  channel: CompiledChannel
  message: CompiledMessage | null
  type: MessageType
  afterMs: number
  fromTrigger: boolean
  /** Minutes since local midnight. */
  at: number | null
  /** By weekday, 0 Monday. */
  days: boolean[] | null
  ifNot: { step: number; outcome: Outcome } | null
  only: CompiledCondition | null
  graceMs: number
}

export interface CompiledScenario {
  id: string
  index: number
  triggers: CompiledTrigger[]
  audience: CompiledCondition | null
  continueIf: CompiledCondition | null
  exit: CompiledMatcher | null
  goal: { matcher: CompiledMatcher; withinMs: number } | null
  continueAfterGoal: boolean
  once: boolean
  reentryMs: number
  priority: number
  /** 0 to 1. */
  holdout: number
  steps: CompiledStep[]
  /** Runs begin from then on, and before that (rule 15). */
  from: number
  until: number
}

/** A map made ready for the fold. Shared by all persons, never changed after. */
export interface CompiledMap {
  source: CommunicationMap
  zone: Zone
  channels: Map<string, CompiledChannel>
  /** The channels of which consent is kept: also those that an earlier map had. */
  heard: ReadonlySet<string>
  messages: Map<string, CompiledMessage>
  scenarios: CompiledScenario[]
  /** Of all scenarios, in map order. */
  steps: CompiledStep[]
  /** The steps that evidence of some names may mean, as they come to be asked for. */
  plans: Map<string, Plans[]>
  /** What the campaigns of visits mean, as far as they have been seen; null where visits are no evidence. */
  arrivals: Map<string, Meant | null> | null
  /** How many places a person's facts have for conditions and triggers. */
  slots: number
  stages: { id: string; condition: CompiledCondition | null }[]
  segments: { id: string; condition: CompiledCondition }[]
  interests: ReadonlyMap<string, Interest>
  wholeMembership: MembershipPart
  /** All slots that are looked at after an instant; at a person's first instant every one is. */
  instants: ((facts: Facts, at: number) => void)[]
  /** Channels with an address, by the trait that holds it. */
  addressed: { channel: string; path: string[] }[]
  changeTriggers: CompiledTrigger[]
  timerTriggers: CompiledTrigger[]
  goalTriggers: CompiledTrigger[]
  /** The shortest `inactive` over everything that the person does; infinite where the map asks for none. */
  shortestQuietMs: number
  hasCaps: boolean
  overallCaps: CompiledCap[]
  /** No cap looks back further. */
  longestCapMs: number
  /** Whether an `inactive` over everything held when memberships were last evaluated. */
  activity: { activityMatters: boolean }
}
