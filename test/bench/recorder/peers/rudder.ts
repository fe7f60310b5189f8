import { RudderAnalytics } from "@rudderstack/analytics-js/bundled"
import { expose } from "./expose"

const analytics = new RudderAnalytics()
expose({
  start: (collector) =>
    new Promise((ready) => {
      analytics.ready(() => ready(undefined))
      analytics.load("bench", collector, { configUrl: collector, logLevel: "NONE" })
    }),
  track: (name, props) => analytics.track(name, props),
})
