import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { countOnce } from "../once-a-visit"
import { watchTimeline } from "../timeline"

/** `failed_request`: an answer of 400 and above in the browser's own timeline, each address once a visit; also the page's own.
 * What a page asks for and does not read to its end is in no timeline. */
export const failedRequest = defineDetector({
  name: "failed-request",
  start(report, signal, around) {
    const isFirst = countOnce(around)
    for (const type of ["navigation", "resource"])
      watchTimeline(
        ({ name, responseStatus: status, initiatorType: initiator }) => {
          const url = cleanUrl(name)
          // Not what the browser asks for by itself, as the icon of the site.
          if (
            status >= 400 &&
            initiator !== "other" &&
            /^https?:/.test(url) &&
            isFirst(url.replace(/[?#].*/, ""))
          )
            report({ name: "failed_request", source: "page", props: { url, status, initiator } })
        },
        around,
        signal,
        { type, buffered: true },
      )
  },
})
