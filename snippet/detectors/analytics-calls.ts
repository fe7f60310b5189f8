import { eventNames, olderEventNames } from "../../shared/log/aliases"
import { readShoppingProperties } from "../../shared/log/segment-properties"
import { TRACK_PUSH, watchAnalytics } from "../analytics-calls"
import { defineDetector } from "../detector"

const ownNames = new Map(
  [...olderEventNames, ...eventNames].map(([segment, own]) => [segment.toLowerCase(), own]),
)
/** Sites that name their events as GA4 does. */
const names = new Set(eventNames.map(([, own]) => own))

/** The shopping events of Segment's Spec that the site tells Segment or RudderStack. Names of its own mean nothing to us. */
export const analyticsCalls = defineDetector({
  name: "analytics-calls",
  start(report, signal, { pushes, guard }) {
    const read = guard((push: unknown, at: number) => {
      if (!Array.isArray(push) || push[0] !== TRACK_PUSH || typeof push[1] !== "string") return
      const name = ownNames.get(push[1].trim().toLowerCase()) ?? (names.has(push[1]) ? push[1] : undefined)
      if (!name || typeof push[2] !== "object" || !push[2]) return
      const props = readShoppingProperties(name, push[2] as Record<string, unknown>)
      report({ name, source: "analytics", at, props })
    })
    // In the extension's own world there is no such library, and the tap hands over what it hears in the page's.
    watchAnalytics(read, signal)
    const stop = pushes?.(read)
    if (stop) signal.addEventListener("abort", stop)
  },
})
