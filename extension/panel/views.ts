import type { ViewId } from "./state"
import type { ViewDefinition } from "./view"
import { clockView } from "./views/clock"
import { eventsView } from "./views/events"
import { evidenceView } from "./views/evidence"
import { findingsView } from "./views/findings"
import { followUpsView } from "./views/follow-ups"
import { healthView } from "./views/health"
import { nowView } from "./views/now"
import { scenariosView } from "./views/scenarios"
import { visitorView } from "./views/visitor"

/** All views of the panel, by id, in the order of their tabs. */
export const views: { [View in ViewId]: ViewDefinition<View> } = {
  now: nowView,
  scenarios: scenariosView,
  "follow-ups": followUpsView,
  events: eventsView,
  clock: clockView,
  findings: findingsView,
  evidence: evidenceView,
  visitor: visitorView,
  health: healthView,
}

export const viewIds = Object.keys(views) as ViewId[]
