import type { ViewId } from "./state"
import type { ViewDefinition } from "./view"
import { nowView } from "./views/now"

/** All views of the panel, by id, in the order of their tabs. */
export const views: { [View in ViewId]: ViewDefinition<View> } = {
  now: nowView,
}

export const viewIds = Object.keys(views) as ViewId[]
