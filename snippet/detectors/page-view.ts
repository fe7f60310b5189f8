import { readArrival } from "../campaign"
import { defineDetector } from "../detector"

/** A visit is a page view. Click ids of the address go with it. */
export const pageView = defineDetector({
  name: "page-view",
  start(report, _signal, { onVisit }) {
    onVisit(({ at }) =>
      report({ name: "page_view", source: "page", at, props: readArrival(location.href).ids ?? {} }),
    )
  },
})
