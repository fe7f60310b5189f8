import { rulesExtension } from "./compose-rules"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const CORE: readonly [extend: (extension: Extension) => void, ...kit: unknown[]]

/** The file that follows the site rules of a map: the second file loads it only where the tag names one. */
CORE[0](rulesExtension)
