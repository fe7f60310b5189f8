import { notesExtension } from "./compose-notes"
import type { Extension } from "./inside"

/** First of what the core hands over, as to the second file. */
declare const EXTEND: (extension: Extension) => void

/** The file that reads what was noted: the second file loads it only where there is something to read, or to press and send. */
EXTEND(notesExtension)
