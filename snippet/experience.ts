import { experienceExtension } from "./compose-experience"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file that sees how a visit went: the second file loads it only where the tag asks for it. */
EXTEND(experienceExtension)
