import type { Detector } from "./detector"
import { enhancedLayer } from "./detectors/enhanced-layer"
import { search } from "./detectors/search"
import { siteRules } from "./detectors/site-rules"

/** What `cuelight-more.js` adds when the page is idle; a test counts its bytes. One line a detector. */
export const moreDetectors: readonly Detector[] = [enhancedLayer, search, siteRules]
