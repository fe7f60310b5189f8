/** Pages that load advertisements into frames do it all the time. */
const MOST_REPORTS = 50
const GATHER_MS = 250

/** Says, once for several, that a frame of the page has loaded another document, until `signal`. */
export function watchFrames(changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let reports = 0

  function report(): void {
    if (reports >= MOST_REPORTS) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      reports++
      changed()
    }, GATHER_MS)
  }
  const onLoad = ({ target }: Event) => {
    if (target instanceof HTMLIFrameElement) report()
  }
  // The load of a frame is heard only on its way down.
  document.addEventListener("load", onLoad, { signal, capture: true })
  if (document.querySelector("iframe")) report()
}
