import type { PanelViews, ViewId } from "../../panel/state"
import { now } from "./now"
import type { ViewAnswerer } from "./view-answerer"

/** Who answers for each view of the panel. */
export const answerers: { [View in ViewId]: ViewAnswerer<PanelViews[View]> } = {
  now,
}

/** Ids come in messages: `constructor` must not find what every object has. */
export function isViewId(id: unknown): id is ViewId {
  return typeof id === "string" && Object.hasOwn(answerers, id)
}
