import type { Detector } from "./detector"
import { cart } from "./detectors/cart"
import { dataLayer } from "./detectors/data-layer"
import { form } from "./detectors/form"
import { pageView } from "./detectors/page-view"
import { product } from "./detectors/product"
import { search } from "./detectors/search"
import { shownProduct } from "./detectors/shown-product"
import { siteRules } from "./detectors/site-rules"

/** What every page's recorder runs. One line a detector; a test compares this list with the folder. */
export const commonDetectors: readonly Detector[] = [pageView, product, dataLayer, cart, form, search]

/** What the extension runs besides. */
export const embeddedDetectors: readonly Detector[] = [...commonDetectors, shownProduct, siteRules]
