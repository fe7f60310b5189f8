import type { HealthItem, StageView } from "../overlay/state"
import type { Language } from "../words/language"
import type { ClockView } from "./states/clock"
import type { EventsView } from "./states/events"
import type { EvidenceView } from "./states/evidence"
import type { FindingsView } from "./states/findings"
import type { FollowUpsView } from "./states/follow-ups"
import type { HealthView } from "./states/health"
import type { NowView } from "./states/now"
import type { ScenariosView } from "./states/scenarios"
import type { VisitorView } from "./states/visitor"

/**
 * What the worker tells the side panel, and what the panel asks of it. As in the overlay everything is decided by the
 * engine in the worker, instants are milliseconds UTC, and names are already in the reader's language.
 */

/** What a view asks for, gets and does. A question is small JSON: it is sent again whenever something changes. */
export interface ViewContract {
  question: unknown
  state: unknown
  /** What the person does in it, besides what every surface can (`OverlayAction`); `never` where there is nothing. */
  action: { type: string }
}

/** Every view: one line here, in `views.ts` (how it looks) and in `worker/panel/views.ts` (what it is told). */
export interface PanelViews {
  now: NowView
  scenarios: ScenariosView
  "follow-ups": FollowUpsView
  events: EventsView
  clock: ClockView
  findings: FindingsView
  evidence: EvidenceView
  visitor: VisitorView
  health: HealthView
}

export type ViewId = keyof PanelViews

/** What everything in the panel is looked at through. It is the panel's own: nothing of it is kept or told to others. */
export interface Lens {
  /** Another instant than now; null: the site's clock, which goes on. */
  at: number | null
  /** Events that only the panel knows, to see what would become of the journey. */
  pretended: PretendedEvent[]
  /** Segments that the visitor is taken to be in, or not, whatever the map says of them. */
  segments?: Record<string, boolean>
}

export interface PretendedEvent {
  name: string
  at: number
  props: Record<string, unknown>
}

export const noLens: Lens = { at: null, pretended: [] }

/** What every view shows above itself, and what stands beside the tabs. */
export interface PanelHead {
  language: Language
  site: string
  map: { id: string; name: string }
  /** The instant that is looked at. */
  at: number
  /** The instant that the site's clock shows: `Date.now() + clockOffsetMs`. */
  now: number
  clockOffsetMs: number
  /** The next instant after `at` at which something changes by itself. */
  nextChangeAt: number | null
  lens: Lens
  /** A saved journey: its time does not go on. */
  still?: boolean
  stage: StageView | null
  stages: { id: string; name: string }[]
  /** Worst first; never empty. */
  health: HealthItem[]
  counts: Partial<Record<ViewId, ViewCount>>
}

/** What stands beside a tab's name: how many, and whether that is bad. */
export interface ViewCount {
  count: number
  tone: "calm" | "bad"
}

export interface PanelState<View extends ViewId = ViewId> {
  head: PanelHead
  view: View
  /** The question that this answers: a late answer to an earlier one is told by it. */
  question: PanelViews[View]["question"]
  state: PanelViews[View]["state"]
}

/** `no-site`: nothing was audited in this tab yet. */
export type PanelAnswer = { panel: PanelState } | { panel: null; reason: "no-site"; language: Language }
