import { formsExtension } from "./compose-forms"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file that looks at forms closely: the second file loads it only where a page has one, or an earlier page has sent one. */
EXTEND(formsExtension)
