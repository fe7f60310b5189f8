import { readShortfall, type Shortfall } from "./mended"

/** By then the page's own snippet has told what it made of a push. */
const TOLD_BY_MS = 3_000
const MOST_KEPT = 50

export interface Shortfalls {
  note(push: unknown, at: number): void
  /** From now on, and what was noted before. */
  tellTo(tell: (shortfall: Shortfall) => void, signal: AbortSignal): void
}

/**
 * Where the pushes of a document fall short of GA4. Beside the page's own snippet, whose events do not say it, it is told by
 * itself, a moment later: the event that it belongs to has come by then.
 */
export function watchShortfalls(): Shortfalls {
  let kept: Shortfall[] = []
  let wake: (() => void) | undefined
  return {
    note(push, at) {
      const found = readShortfall(push, at)
      if (!found) return
      kept = [...kept, found].slice(-MOST_KEPT)
      wake?.()
    },
    tellTo(tell, signal) {
      const tellAll = () => {
        if (signal.aborted) return
        for (const each of kept.splice(0)) tell(each)
      }
      wake = () => void setTimeout(tellAll, TOLD_BY_MS)
      addEventListener("pagehide", tellAll, { signal })
      if (kept.length > 0) wake()
    },
  }
}
