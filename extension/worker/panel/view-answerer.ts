import type { TouchpointEvent } from "../../../shared/event"
import type { AuditResult, Journey, PersonResult } from "../../domain"
import type { HealthItem } from "../../overlay/state"
import type { Lens, ViewContract, ViewCount } from "../../panel/state"
import type { Language } from "../../words/language"
import type { JourneyNames } from "../compose-state"
import type { SiteJourney } from "../site-journey"
import type { Worker } from "../worker"

/** All that a view's state is made of: the journey of one site's visitor, at the instant that is looked at. */
export interface PanelGiven {
  site: string
  loaded: SiteJourney
  language: Language
  lens: Lens
  /** The instant that is looked at, and the one that the site's clock shows. */
  at: number
  now: number
  clockOffsetMs: number
  /** The fold that is looked at: the site's own, or a copy with the pretended events. */
  journey: Journey
  /** Its events by id, pretended ones too, also those after `at`. */
  events: ReadonlyMap<string, TouchpointEvent>
  result: AuditResult
  /** The person whose journey this is; null before the first event. */
  person: PersonResult | null
  /** Turns runs, steps, stages and because into what is shown. */
  show: JourneyNames
  health: HealthItem[]
  /** When (real time, ms UTC) the light changes by itself. */
  healthChangesAt: number | null
}

/** The worker's half of a view: one file, named by the view's id, one line in `worker/panel/views.ts`. */
export interface ViewAnswerer<View extends ViewContract> {
  /** What is unusable in a question becomes the default: it comes from a page that may be of an older version. */
  read(question: unknown): View["question"]
  compose(given: PanelGiven, question: View["question"]): View["state"] | Promise<View["state"]>
  /** What stands beside the tab while another view is shown. Cheap: asked for with every state. */
  count?(given: PanelGiven): ViewCount | null
  act?(worker: Worker, site: string, action: View["action"]): Promise<ViewEffect>
}

export interface ViewEffect {
  /** Whether what any page shows of the site is different now. */
  changed: boolean
  /** For the view that asked. */
  answer?: unknown
}
