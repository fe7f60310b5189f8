import type { Extension } from "./inside"
import { joinFiles, type LoadFile, loadFrom, needs } from "./join-files"
import { joinJournal, soonEnough } from "./join-journal"
import { joinTellings } from "./join-tellings"
import { kitOfMore } from "./kit-more"
import { moreDetectors } from "./registry-more"
import { surround } from "./surroundings"
import { joinTabs } from "./tabs"

/**
 * What the recorder gets beyond its core: who joins what is told, the rarer detectors, delivery, the history, other tabs,
 * the doors to what comes only where the tag asks for it, or the page needs it.
 */
export function composeExtension(loadFile?: LoadFile): Extension {
  return {
    detectors: [],
    join(inside) {
      const { recorder, host, kit } = inside
      inside.isComing = true
      const extend = surround(recorder, host)
      inside.extend = extend
      kit[0] = ({ detectors, join }: Extension) => extend(detectors, join(inside))
      kit.push(...kitOfMore)
      const loading = loadFile ?? loadFrom(inside)
      const coming: Partial<Record<Parameters<LoadFile>[0], Promise<unknown>>> = {}
      /** Each comes once, whoever asks for it. */
      const load: LoadFile | undefined = loading && ((name) => (coming[name] ??= loading(name)))
      // Before this page tells anything, what those before it have told.
      void soonEnough(joinJournal(inside, load)).then(() => {
        joinTabs(inside)
        extend([joinTellings(inside), ...moreDetectors, needs], joinFiles(inside, load))
        inside.come()
      })
      return Promise.race([])
    },
  }
}
