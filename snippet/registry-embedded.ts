import type { Detector } from "./detector"
import { analyticsCalls } from "./detectors/analytics-calls"
import { product } from "./detectors/product"
import { productList } from "./detectors/product-list"
import { shopData } from "./detectors/shop-data"
import { shownProduct } from "./detectors/shown-product"

/** What only the extension runs: too large for a file that every visitor loads. One line a detector. */
export const embeddedDetectors: readonly Detector[] = [
  product,
  shownProduct,
  analyticsCalls,
  productList,
  shopData,
]
