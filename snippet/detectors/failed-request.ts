import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"

const MOST_A_VISIT = 10

/** `failed_request`: an answer of 400 and above in the browser's own timeline, each address once a visit; also the page's own. */
export const failedRequest = defineDetector({
  name: "failed-request",
  start(report, signal, { onVisit, guard }) {
    let told = new Set<string>()
    const observer = new PerformanceObserver(
      guard((list) => {
        for (const {
          name,
          responseStatus,
          initiatorType,
        } of list.getEntries() as PerformanceResourceTiming[]) {
          // Not what the browser asks for by itself, as the icon of the site.
          if (!(responseStatus >= 400) || !/^https?:/.test(name) || initiatorType === "other") continue
          const url = cleanUrl(name)
          const path = url.replace(/[?#].*/, "")
          if (told.has(path) || told.size >= MOST_A_VISIT) continue
          told.add(path)
          const props = { url, status: responseStatus, initiator: initiatorType }
          report({ name: "failed_request", source: "page", props })
        }
      }),
    )
    onVisit(() => {
      told = new Set()
    })
    for (const type of ["navigation", "resource"]) observer.observe({ type, buffered: true })
    signal.addEventListener("abort", () => observer.disconnect())
  },
})
