import type { Detector } from "./detector"
import { cart } from "./detectors/cart"
import { dataLayer } from "./detectors/data-layer"
import { form } from "./detectors/form"
import { pageView } from "./detectors/page-view"
import { plainProduct } from "./detectors/plain-product"

/** What `cuelight.js` runs from the first moment, for it may be gone the next: every visitor
 * loads it, and a test counts its bytes. A test compares the lists with the folder. */
export const coreDetectors: readonly Detector[] = [pageView, plainProduct, dataLayer, cart, form]
