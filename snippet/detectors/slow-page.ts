import { defineDetector } from "../detector"
import { watchTimeline } from "../timeline"

/** From here on web vitals are poor. Source: web.dev/articles/defining-core-web-vitals-thresholds. */
const LCP_POOR_MS = 4_000
const INP_POOR_MS = 500
const CLS_POOR = 0.25
/** Shifts less than 1 s apart are one burst, of 5 s at most. */
const SHIFT_GAP_MS = 1_000
const BURST_MS = 5_000

interface Entry extends PerformanceEntry {
  interactionId?: number
  hadRecentInput?: boolean
  value?: number
  activationStart?: number
}

/**
 * `slow_page`, as soon as one of the core web vitals is poor for good: the largest paint and the longest interaction only
 * grow, as does the worst burst of shifts. Each at most once a document.
 */
export const slowPage = defineDetector({
  name: "slow-page",
  start(report, signal, around) {
    const told = new Set<string>()
    const watch = (
      metric: string,
      type: string,
      poor: number,
      /** The value so far; nothing, where it does not count. */
      read: (entry: Entry) => number | false | undefined,
    ) =>
      watchTimeline<Entry>(
        (entry) => {
          const value = read(entry)
          if (value && value > poor && told.size < told.add(metric).size)
            report({
              name: "slow_page",
              source: "page",
              props: { metric, value: Math.round(value * 1_000) / 1_000 },
            })
        },
        around,
        signal,
        // A browser that does not know the kind says so to nobody.
        { type, buffered: true, durationThreshold: INP_POOR_MS } as PerformanceObserverInit,
      )
    const entries = (type: string) => performance.getEntriesByType(type) as Entry[]

    watch(
      "LCP",
      "largest-contentful-paint",
      LCP_POOR_MS,
      ({ startTime }) =>
        // In the background everything is slow.
        !entries("visibility-state").some((one) => one.name === "hidden" && one.startTime <= startTime) &&
        Math.round(startTime - (entries("navigation")[0]?.activationStart ?? 0)),
    )
    watch("INP", "event", INP_POOR_MS, ({ interactionId, duration }) => interactionId && duration)
    let first = 0
    let last = 0
    let burst = 0
    watch("CLS", "layout-shift", CLS_POOR, ({ hadRecentInput, value = 0, startTime }) => {
      if (hadRecentInput) return
      if (startTime - last > SHIFT_GAP_MS || startTime - first > BURST_MS) {
        first = startTime
        burst = 0
      }
      last = startTime
      burst += value
      return burst
    })
  },
})
