import { parseAmount } from "../shared/log/amount"
import { amounts } from "./amounts"
import { joinCarried } from "./carried"
import { combineClosely } from "./combine-closely"
import { hashContacts } from "./hash-contacts"
import type { Extension } from "./inside"
import { joinFiles, type LoadFile, loadFrom } from "./join-files"
import { joinJournal } from "./join-journal"

import { moreDetectors } from "./registry-more"
import { joinReplay } from "./replay/join-replay"
import { joinTabs } from "./tabs"
import { joinTcf } from "./tcf"

/**
 * What the recorder gets beyond its core: the rarer detectors, delivery, the history, consent dialogues, other tabs, the
 * doors to what comes only where the tag asks for it.
 */
export function composeExtension(loadFile?: LoadFile): Extension {
  amounts.read = parseAmount
  combineClosely()
  return {
    detectors: moreDetectors,
    join(inside) {
      inside.hash = hashContacts
      joinJournal(inside)
      joinTabs(inside)
      joinTcf(inside)
      const load = loadFile ?? loadFrom(inside)
      joinReplay(inside, load)
      joinCarried(inside)
      return joinFiles(inside, load)
    },
  }
}
