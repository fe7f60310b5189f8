import { defineDetector } from "../detector"

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
}

/**
 * `slow_page`, as soon as one of the core web vitals is poor for good: the largest paint and the longest interaction only
 * grow, as does the worst burst of shifts. Each at most once a document.
 */
export const slowPage = defineDetector({
  name: "slow-page",
  start(report, signal, { guard }) {
    const told = new Set<string>()
    const tell = (metric: string, value: number) => {
      if (told.has(metric)) return
      told.add(metric)
      report({ name: "slow_page", source: "page", props: { metric, value } })
    }
    const watch = (type: string, look: (entry: Entry) => void, options = {}) => {
      const observer = new PerformanceObserver(
        guard((list) => {
          for (const entry of list.getEntries()) look(entry)
        }),
      )
      // A browser that does not know the kind says so to nobody.
      observer.observe({ type, buffered: true, ...options } as PerformanceObserverInit)
      signal.addEventListener("abort", () => observer.disconnect())
    }
    /** In the background everything is slow. */
    const wasHidden = (at: number) =>
      (performance.getEntriesByType("visibility-state") as (PerformanceEntry & { name: string })[]).some(
        ({ name, startTime }) => name === "hidden" && startTime <= at,
      )
    const [arrival] = performance.getEntriesByType("navigation") as (PerformanceNavigationTiming & {
      activationStart?: number
    })[]

    watch("largest-contentful-paint", ({ startTime }) => {
      const value = Math.round(startTime - (arrival?.activationStart ?? 0))
      if (value > LCP_POOR_MS && !wasHidden(startTime)) tell("LCP", value)
    })
    watch(
      "event",
      ({ interactionId, duration }) => {
        if (interactionId && duration > INP_POOR_MS) tell("INP", duration)
      },
      { durationThreshold: INP_POOR_MS },
    )
    let first = 0
    let last = 0
    let burst = 0
    watch("layout-shift", ({ hadRecentInput, value = 0, startTime }) => {
      if (hadRecentInput) return
      if (startTime - last > SHIFT_GAP_MS || startTime - first > BURST_MS) {
        first = startTime
        burst = 0
      }
      last = startTime
      burst += value
      if (burst > CLS_POOR) tell("CLS", Math.round(burst * 1_000) / 1_000)
    })
  },
})
