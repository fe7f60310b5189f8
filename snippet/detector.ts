import type { TouchpointEvent } from "../shared/event"
import type { Touchpoint } from "../shared/map/touchpoint"
import type { Visit } from "./visits"

/** An event before it is known whose it is: person, user and session are stamped by the keeper of the journal. */
export type RecordedEvent = Omit<TouchpointEvent, "person" | "user" | "session">

export type ProblemCode =
  | "markup-broken"
  | "data-layer-broken"
  /** Its detail is the JSON of a `Shortfall`: what it is said of is an event. */
  | "data-layer-short"
  | "journal-unreadable"
  | "second-copy"
  | "listener-broken"
  | "call-refused"
  | "endpoint-refused"
  | "rule-broken"
  | "rule-idle"
  | "replay-stopped"
  | "more-missing"
  | "events-dropped"

/** What one source says has happened. Several sightings of one thing become one event. */
export interface Sighting {
  name: string
  source: string
  props?: Record<string, unknown>
  /** ms UTC; now, where it is left out. */
  at?: number
  /** Prices this source names for the same item; which of them counts is decided by what the page shows. */
  prices?: number[]
  /** It is about the product that the page shows, which the source need not know. */
  aboutPage?: boolean
  /** The DOM event behind it: where that takes the page away, no other source is waited for. */
  cause?: Event
  /** Its visit is over, and the page shows another. */
  isOver?: boolean
  /** Of an `identify`, in memory alone: what is told as hashes. */
  contacts?: Record<string, unknown> | undefined
}

export type Report = (sighting: Sighting) => void

/** Listens for as long as the recorder runs: capturing, passive, and never throwing into the page. Types have spaces between. */
export type Listen = (types: string, listener: (event: Event) => void, target?: EventTarget) => void

/** Hears something of the recorder's own, also what was before; returns what ends it. */
export type Hear<Listener> = (listener: Listener, kind?: string) => () => void

/** What a detector may know besides the page. */
export interface Surroundings {
  listen: Listen
  /** For callbacks of timers and observers: what goes wrong in one is reported, and the page goes on. */
  guard<Values extends unknown[]>(run: (...values: Values) => void): (...values: Values) => void
  problem(code: ProblemCode, detail: string): void
  /** Called for the present visit and for every one that follows. */
  onVisit(listener: (visit: Visit) => void): void
  /**
   * Called while what is told is still of the visit: with `true` when it ends (another begins, or the document may be
   * about to go), with `false` when the page is merely hidden.
   */
  onLeave(listener: (isOver: boolean) => void): void
  /** Called when the address changes within one visit. */
  onAddress(listener: () => void): void
  /** Pushes to the page's data layers, as plain bounded data. */
  pushes?: Hear<(push: unknown, at: number) => void> | undefined
  /** Site rules of the map. */
  rules?: readonly Touchpoint[] | undefined
  /** Where it is remembered on how many pages in a row each rule has fitted nothing. */
  ruleVisits?: { read(): Record<string, unknown>; write(counts: Record<string, number>): void } | undefined
  /** Called with the new rules when another map is taken into use. */
  onRules?: ((listener: (rules: readonly Touchpoint[]) => void) => void) | undefined
}

/** A detector knows the page, and nothing of journals and sending. Everything it starts ends with `signal`. */
export interface Detector {
  name: string
  start(report: Report, signal: AbortSignal, around: Surroundings): void
}

/** Only gives the type. */
export function defineDetector(detector: Detector): Detector {
  return detector
}
