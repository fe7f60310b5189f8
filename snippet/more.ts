import { composeExtension } from "./extension"
import type { Extension } from "./inside"

/** First of what the core hands over: `vite.config.ts` wraps this file in a function that is called with the kit. */
declare const EXTEND: (extension: Extension) => void

/** The second file of the script tag. */
EXTEND(composeExtension())
