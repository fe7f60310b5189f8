import posthog from "posthog-js"
import { expose } from "./expose"

// What it sends by itself is left out, and so is its list of robots, in which the bench's browser stands.
expose({
  start: (collector) =>
    new Promise((ready) => {
      posthog.init("bench", {
        api_host: collector,
        autocapture: false,
        capture_pageview: false,
        disable_session_recording: true,
        opt_out_useragent_filter: true,
        loaded: ready,
      })
    }),
  track: (name, props) => void posthog.capture(name, props),
})
