import { hearDocument } from "./hear-document"

/** Pages that load advertisements into frames do it all the time. */
const MOST_REPORTS = 50
const GATHER_MS = 250

/** Says, once for several, that a frame of the page has loaded another document, until `signal`. */
export function watchFrames(changed: () => void, signal: AbortSignal): void {
  let reports = 0
  let isGathering = false

  function report(): void {
    if (isGathering) return
    isGathering = true
    setTimeout(() => {
      changed()
      isGathering = ++reports >= MOST_REPORTS
    }, GATHER_MS)
  }
  // The load of a frame is heard only on its way down.
  hearDocument("load", ({ target }) => target instanceof HTMLIFrameElement && report(), signal)
  if (document.querySelector("iframe")) report()
}
