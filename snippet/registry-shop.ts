import type { Detector } from "./detector"
import { analyticsCalls } from "./detectors/analytics-calls"
import { cartRemove } from "./detectors/cart-remove"
import { cartRequest } from "./detectors/cart-request"
import { checkout } from "./detectors/checkout"
import { enhancedLayer } from "./detectors/enhanced-layer"
import { order } from "./detectors/order"
import { product } from "./detectors/product"
import { productList } from "./detectors/product-list"
import { shopData } from "./detectors/shop-data"
import { shownProduct } from "./detectors/shown-product"

/** What `cuelight-shop.js` adds where a page shows that it is of a shop: it reads shops more closely. One line a detector. */
export const shopDetectors: readonly Detector[] = [
  product,
  shownProduct,
  analyticsCalls,
  enhancedLayer,
  checkout,
  order,
  cartRemove,
  cartRequest,
  productList,
  shopData,
]
