import { newTracker, trackSelfDescribingEvent } from "@snowplow/browser-tracker"
import { expose } from "./expose"

expose({
  start: (collector) => void newTracker("bench", collector, { appId: "bench" }),
  track: (name, props) =>
    trackSelfDescribingEvent({ event: { schema: `iglu:bench/${name}/jsonschema/1-0-0`, data: props } }),
})
