import { cartItems } from "./cart-item"
import { cartWords, isCartControl } from "./cart-words"
import { isCartForm } from "./detectors/cart"
import { nameForm } from "./detectors/form"
import { isHere, simplify, toProps } from "./product"
import { restoreElements } from "./restore-elements"
import { isSearchForm } from "./search-form"
import { watchProducts } from "./watch-products"

/** What `cuelight-notes.js` adds to `kit-more.ts` for the files of shops and forms. */
export const kitOfNotes: unknown[] = [
  cartItems,
  cartWords,
  isCartControl,
  isCartForm,
  nameForm,
  isHere,
  simplify,
  toProps,
  restoreElements,
  isSearchForm,
  watchProducts,
]
