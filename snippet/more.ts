import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import type { Extension } from "./kit"
import { joinPageMap } from "./page-map"
import { moreDetectors } from "./registry-more"
import { joinReplay } from "./replay/join-replay"
import { joinTcf } from "./tcf"

/** First of what the core hands over: `vite.config.ts` wraps this file in a function that is called with the kit. */
declare const CORE: readonly [extend: (extension: Extension) => void, ...kit: unknown[]]

/** The second file of the script tag: the rarer detectors, and the door to replay. */
amounts.read = parseAmount
CORE[0]({
  detectors: moreDetectors,
  join(inside) {
    joinTcf(inside)
    joinPageMap(inside)
    joinReplay(inside)
  },
})
