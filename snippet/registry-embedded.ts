import type { Detector } from "./detector"
import { shownProduct } from "./detectors/shown-product"

/** What only the extension runs: too large for a file that every visitor loads. One line a detector. */
export const embeddedDetectors: readonly Detector[] = [shownProduct]
