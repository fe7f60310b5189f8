import type { Extension } from "./inside"
import { joinFiles, type LoadFile, loadFrom, needs } from "./join-files"
import { joinJournal } from "./join-journal"
import { moreDetectors } from "./registry-more"
import { joinTabs } from "./tabs"

/**
 * What the recorder gets beyond its core: the rarer detectors, delivery, the history, other tabs, the doors to what comes
 * only where the tag asks for it, or the page needs it.
 */
export function composeExtension(loadFile?: LoadFile): Extension {
  return {
    detectors: [...moreDetectors, needs],
    join(inside) {
      joinJournal(inside)
      joinTabs(inside)
      return joinFiles(inside, loadFile ?? loadFrom(inside))
    },
  }
}
