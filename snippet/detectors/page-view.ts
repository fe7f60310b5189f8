import { defineDetector } from "../detector"

/** A visit is a page view. */
export const pageView = defineDetector({
  name: "page-view",
  start(report, _signal, { onVisit }) {
    onVisit(({ at }) => report({ name: "page_view", source: "page", at }))
  },
})
