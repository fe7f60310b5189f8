import type { Extension } from "./kit"
import { moreDetectors } from "./registry-more"

/** First of what the core hands over: `vite.config.ts` wraps this file in a function that is called with the kit. */
declare const CORE: readonly [extend: (extension: Extension) => void, ...kit: unknown[]]

/** The second file of the script tag: the rarer detectors. */
CORE[0]({ detectors: moreDetectors })
