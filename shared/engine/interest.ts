import type { TouchpointEvent } from "../event"
import type { CompiledScenario } from "./compiled-map"
import type { Entry } from "./entry"
import { EVIDENCE_NAMES } from "./evidence-event"
import type { Facts } from "./facts"
import type { MembershipPart } from "./membership-parts"
import type { CompiledTrigger } from "./trigger"

/** What the engine itself does with an event, whatever the map says. */
export type Role = "purchase" | "identify" | "consent" | "unsubscribe" | "bounce" | null

const ROLES = new Map<string, Role>([
  ["purchase", "purchase"],
  ["identify", "identify"],
  ["consent", "consent"],
  ["message_unsubscribed", "unsubscribe"],
  ["message_bounced", "bounce"],
])

/** Not done by the person, so no sign of activity. `message_opened` by a machine neither. */
export const NOT_ACTIVITY: ReadonlySet<string> = new Set([
  "message_sent",
  "message_delivered",
  "message_shown",
  "message_failed",
  "message_bounced",
  "identify",
  "consent",
])

/** Events that nobody makes without touching the page. */
const NEEDS_GESTURE = new Set(["add_to_cart", "remove_from_cart", "form_submit", "sign_up"])

/** Told once when a page is loaded: the address with its campaign is that of the arrival. */
const ARRIVAL_NAMES: ReadonlySet<string> = new Set(["page_view"])

export type EventTest = (event: TouchpointEvent) => boolean

/** What listens to the events of one name: looked up once for each event, so that nothing else is asked. */
export interface Interest {
  updates: ((facts: Facts, entry: Entry) => void)[]
  /** Slots that are looked at after the instant. */
  instants: ((facts: Facts, at: number) => void)[]
  /** The stages and segments that may change by it. */
  memberships: MembershipPart | null
  /** It may wake a schedule that waits for its audience. */
  audience: boolean
  goals: CompiledScenario[]
  exits: CompiledScenario[]
  triggers: CompiledTrigger[]
  /** Gives why a value of the event is not what a condition needs. */
  checks: ((entry: Entry) => string | null)[]
  /** Filters that are asked of each event as it comes, with their bits (`Matchers`). */
  asked: { bit: number; test: EventTest }[]
  role: Role
  /** It is evidence, or may be a finding by itself. */
  isTold: boolean
  activity: boolean
  evidence: boolean
  /** A visit may begin with it, and bear the campaign of a message. */
  arrival: boolean
  needsGesture: boolean
}

export function newInterest(name: string): Interest {
  const role = ROLES.get(name) ?? null
  return {
    updates: [],
    instants: [],
    memberships: null,
    audience: changesAnything({ role }),
    goals: [],
    exits: [],
    triggers: [],
    checks: [],
    asked: [],
    role,
    isTold: EVIDENCE_NAMES.has(name) || NEEDS_GESTURE.has(name),
    activity: !NOT_ACTIVITY.has(name),
    evidence: EVIDENCE_NAMES.has(name),
    arrival: ARRIVAL_NAMES.has(name),
    needsGesture: NEEDS_GESTURE.has(name),
  }
}

/** Traits, consents and addresses, which any condition may ask. */
export function changesAnything({ role }: Pick<Interest, "role">): boolean {
  return role !== null && role !== "purchase"
}

/** Names for which the engine itself has something to do. */
export const OWN_NAMES: readonly string[] = [
  ...new Set([...ROLES.keys(), ...NOT_ACTIVITY, ...NEEDS_GESTURE, ...EVIDENCE_NAMES, ...ARRIVAL_NAMES]),
]

/** Of a name that neither the map nor the engine knows. */
export const NO_INTEREST: Interest = newInterest("")
