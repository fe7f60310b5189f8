import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import type { Extension } from "./kit"
import { joinPageMap } from "./page-map"
import { moreDetectors } from "./registry-more"
import { joinReplay } from "./replay/join-replay"
import { joinTcf } from "./tcf"

/** What the recorder gets beyond its core: the rarer detectors, consent dialogues, the page's own map, the door to replay. */
export function composeExtension(loadReplay?: () => Promise<unknown>): Extension {
  amounts.read = parseAmount
  return {
    detectors: moreDetectors,
    join(inside) {
      joinTcf(inside)
      joinReplay(inside, loadReplay)
      return joinPageMap(inside)
    },
  }
}
