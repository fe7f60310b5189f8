import type { Detector } from "./detector"
import { cart } from "./detectors/cart"
import { form } from "./detectors/form"
import { plainProduct } from "./detectors/plain-product"

/** What `cuelight-notes.js` adds where something was noted, or may be pressed and sent: it reads the notes, and goes on. One line a detector. */
export const notesDetectors: readonly Detector[] = [plainProduct, cart, form]
