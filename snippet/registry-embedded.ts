import type { Detector } from "./detector"
import { cart } from "./detectors/cart"
import { form } from "./detectors/form"
import { pageView } from "./detectors/page-view"
import { experienceDetectors } from "./registry-experience"
import { formsDetectors } from "./registry-forms"
import { moreDetectors } from "./registry-more"
import { rulesDetectors } from "./registry-rules"
import { shopDetectors } from "./registry-shop"

/** What the extension's recorder runs: all but `plain-product`, which tells by the book what `product` reads more closely. */
export const embeddedDetectors: readonly Detector[] = [
  pageView,
  ...moreDetectors,
  cart,
  form,
  ...formsDetectors,
  ...rulesDetectors,
  ...experienceDetectors,
  ...shopDetectors,
]
