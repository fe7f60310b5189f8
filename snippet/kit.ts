import { asFields, complete, readFields, readGa4, readItems } from "../shared/log/ga4-push"
import { version } from "../shared/version"
import { amounts } from "./amounts"
import { readArrival } from "./campaign"
import { cartItems, controls } from "./cart-item"
import { cartWords, isCartControl } from "./cart-words"
import { cleanUrl } from "./clean-url"
import { combining } from "./combine"
import { presumeConsent } from "./consent"
import { isCartForm } from "./detectors/cart"
import { nameForm } from "./detectors/form"
import { forwardMark } from "./forward-mark"
import { describeElement, findTarget } from "./gestures"
import { hear } from "./hear"
import { cookie, readIdentity, writeIdentity } from "./identity"
import { lateName } from "./journal"
import { loadBeside } from "./load-more"
import { copyPlain, toJson } from "./plain-copy"
import { dropMissing, isHere, readText, simplify, toProps } from "./product"
import { isSearchForm, termNames } from "./search-form"
import { watchProducts } from "./watch-products"

/**
 * What `cuelight.js` hands to `cuelight-more.js`, by place: so the second file carries no code a second time, and the
 * page gets no global. A module named here is never bundled into the second file (`vite.config.ts` reads this list);
 * what the second file imports from it and is not in the list does not build. Both files are of one version.
 */
export const kit = [
  amounts,
  asFields,
  complete,
  readGa4,
  readItems,
  readFields,
  cleanUrl,
  findTarget,
  dropMissing,
  readText,
  simplify,
  controls,
  isCartControl,
  loadBeside,
  termNames,
  forwardMark,
  presumeConsent,
  cookie,
  readIdentity,
  writeIdentity,
  lateName,
  toJson,
  cartItems,
  describeElement,
  isCartForm,
  isSearchForm,
  nameForm,
  readArrival,
  version,
  combining,
  cartWords,
  isHere,
  toProps,
  watchProducts,
  copyPlain,
  hear,
]
