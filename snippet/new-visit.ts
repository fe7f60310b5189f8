import type { Visit } from "./visits"

/** Whether a page is come to, and not come back to or loaded again. */
export function isNewVisit({ how }: Visit): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
  return how === "navigate" || (how === "load" && (!entry || entry.type === "navigate"))
}
