import type { Detector } from "./detector"
import { pageView } from "./detectors/page-view"

/** What `cuelight.js` runs from the first moment, for it may be gone the next; what else it sees then it notes
 * (`witness.ts`) for who can read it. A test compares the lists with the folder. */
export const coreDetectors: readonly Detector[] = [pageView]
