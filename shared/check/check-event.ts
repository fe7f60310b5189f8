import type { TouchpointEvent } from "../event"
import type { EventRemark } from "./event-remark"
import { ga4Rules } from "./ga4-rules"
import { checkExpectations, type MapExpectations } from "./map-expectations"

/** What is said of one event at most: a list of a thousand bad items says the same a thousand times. */
const MOST_REMARKS = 20

/** Holds an event against what Google Analytics 4 and the map expect of it. Errors first; pure, never throws. */
export function checkEvent(event: TouchpointEvent, expectations: MapExpectations): EventRemark[] {
  const props = event.props ?? {}
  const found = ga4Rules.flatMap(({ code, severity, find }) =>
    find(props, event).map((flaw): EventRemark => ({ code, severity, ...flaw })),
  )
  const remarks = [...found, ...checkExpectations(expectations, event)]
  return remarks
    .sort((one, other) => Number(one.severity === "warning") - Number(other.severity === "warning"))
    .slice(0, MOST_REMARKS)
}
