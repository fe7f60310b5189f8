import { defineDetector } from "../detector"

/** Who does nothing for longer is not reading: a page that stands open over lunch engages nobody. */
const IDLE_MS = 30_000
/** What is shorter is a glance: GA4 calls a session engaged from here on. */
const LEAST_MS = 10_000

/** GA4's `user_engagement`: how long the page was looked at since the last one, told whenever it is hidden or left. */
export const engagement = defineDetector({
  name: "engagement",
  start(report, _signal, { listen, onVisit, onLeave }) {
    let activeMs = 0
    /** When the person was last seen; 0 while the page is not. */
    let last = 0
    const count = () => {
      const now = performance.now()
      if (last) activeMs += Math.min(now - last, IDLE_MS)
      last = document.visibilityState === "hidden" ? 0 : now
    }
    onVisit(({ at }) => {
      activeMs = 0
      // Who comes late begins with the visit.
      last = performance.now() - Math.max(0, Date.now() - at)
      count()
    })
    onLeave(() => {
      count()
      const props = { engagement_time_msec: Math.round(activeMs) }
      if (activeMs >= LEAST_MS) report({ name: "user_engagement", source: "page", props })
      activeMs = last = 0
    })
    for (const type of ["pointerdown", "pointermove", "keydown", "scroll", "visibilitychange"])
      listen(type, count)
  },
})
