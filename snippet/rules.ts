import { rulesExtension } from "./compose-rules"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file that follows the site rules of a map: the second file loads it only where the tag names one. */
EXTEND(rulesExtension)
