import type { Detector } from "./detector"
import { siteRules } from "./detectors/site-rules"

/** What `cuelight-rules.js` adds where the tag names a map. */
export const rulesDetectors: readonly Detector[] = [siteRules]
