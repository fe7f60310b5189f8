import type { PanelViews, ViewId } from "../../panel/state"
import { clock } from "./clock"
import { events } from "./events"
import { evidence } from "./evidence"
import { findings } from "./findings"
import { followUps } from "./follow-ups"
import { health } from "./health"
import { now } from "./now"
import { scenarios } from "./scenarios"
import type { ViewAnswerer } from "./view-answerer"
import { visitor } from "./visitor"

/** Who answers for each view of the panel. */
export const answerers: { [View in ViewId]: ViewAnswerer<PanelViews[View]> } = {
  now,
  scenarios,
  "follow-ups": followUps,
  events,
  clock,
  findings,
  evidence,
  visitor,
  health,
}

/** Ids come in messages: `constructor` must not find what every object has. */
export function isViewId(id: unknown): id is ViewId {
  return typeof id === "string" && Object.hasOwn(answerers, id)
}
