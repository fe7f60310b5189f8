import type { OverlayState } from "../../../extension/overlay/state"
import type { Language } from "../../../extension/words/language"
import {
  allStatusesState,
  brokenMapState,
  emptyState,
  firedState,
  healthyState,
  missedState,
  movedState,
  returnedState,
  unhealthyState,
} from "./fixtures"
import { hostileState } from "./hostile-fixtures"

/** Everything that the harness can show, by the name in its address. */
export const states: Record<string, (now: number, language?: Language) => OverlayState> = {
  empty: emptyState,
  healthy: healthyState,
  fired: firedState,
  missed: missedState,
  moved: movedState,
  statuses: allStatusesState,
  "broken-map": brokenMapState,
  unhealthy: unhealthyState,
  returned: returnedState,
  hostile: hostileState,
}
