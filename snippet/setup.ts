import { composeSetup } from "./compose-setup"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file for what the site has set up: the second file loads it only where the tag, the page or a call asks for it. */
EXTEND(composeSetup())
