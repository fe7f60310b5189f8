import { shopExtension } from "./compose-shop"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file that reads shops closely: the second file loads it only where the page shows that it is of one. */
EXTEND(shopExtension)
