import { AnalyticsBrowser } from "@segment/analytics-next"
import { expose } from "./expose"

let analytics: AnalyticsBrowser
expose({
  async start(collector) {
    analytics = AnalyticsBrowser.load({ writeKey: "bench", cdnURL: collector })
    await analytics.ready()
  },
  track: (name, props) => void analytics.track(name, props),
})
