import { parseAmount } from "../shared/log/amount"
import { controls, describeCartItem } from "./cart-item"
import { cartWords, compileCartWords, isCartControl } from "./cart-words"
import { cleanUrl } from "./clean-url"
import type { Detector } from "./detector"
import { findTarget } from "./gestures"
import { dropMissing, isHere, readText, simplify } from "./product"
import { watchProducts } from "./watch-products"

/**
 * What `cuelight.js` hands to `cuelight-more.js`, by place: so the second file carries no code a second time, and the
 * page gets no global. A module named here is never bundled into the second file (`vite.config.ts` reads this list);
 * what the second file imports from it and is not in the list does not build. Both files are of one version.
 */
export const kit = [
  parseAmount,
  cleanUrl,
  findTarget,
  dropMissing,
  readText,
  simplify,
  isHere,
  watchProducts,
  controls,
  describeCartItem,
  cartWords,
  compileCartWords,
  isCartControl,
]

/** What the second file brings. */
export interface Extension {
  detectors: readonly Detector[]
}
