import type { Detector } from "./detector"
import { arrival } from "./detectors/arrival"
import { dataLayer } from "./detectors/data-layer"
import { link } from "./detectors/link"
import { search } from "./detectors/search"

/** What `cuelight-more.js` adds when the page is idle, the most useful first; a test counts its bytes. One line a detector. */
export const moreDetectors: readonly Detector[] = [dataLayer, arrival, search, link]
