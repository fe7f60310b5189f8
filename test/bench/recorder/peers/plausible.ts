import { init, track } from "@plausible-analytics/tracker"
import { expose } from "./expose"

// Its own page views are left out: only the bench's events are counted.
expose({
  start: (collector) =>
    init({
      domain: "bench",
      endpoint: `${collector}/api/event`,
      captureOnLocalhost: true,
      autoCapturePageviews: false,
    }),
  track: (name, props) => track(name, { props }),
})
