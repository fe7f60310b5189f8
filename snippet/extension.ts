import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import { joinCarried } from "./carried"
import { hashContacts } from "./hash-contacts"
import type { Extension } from "./inside"
import { joinJournal } from "./join-journal"
import { joinRules } from "./join-rules"
import { moreDetectors } from "./registry-more"
import { joinReplay } from "./replay/join-replay"
import { joinTabs } from "./tabs"
import { joinTcf } from "./tcf"

/**
 * What the recorder gets beyond its core: the rarer detectors, delivery, the history, consent dialogues, other tabs, the
 * doors to site rules and to replay.
 */
export function composeExtension(
  loadReplay?: () => Promise<unknown>,
  loadRules?: () => Promise<unknown>,
): Extension {
  amounts.read = parseAmount
  return {
    detectors: moreDetectors,
    join(inside) {
      inside.hash = hashContacts
      joinJournal(inside)
      joinTabs(inside)
      joinTcf(inside)
      joinReplay(inside, loadReplay)
      joinCarried(inside)
      return joinRules(inside, loadRules)
    },
  }
}
