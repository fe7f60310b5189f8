/*
 * The extension's recorder and the tap end at some time; the tag's never does, and its files carry nothing of this:
 * `vite.config.ts` puts `never-ending.ts` in its place.
 */

/** Of the tag's recorder there is none. */
export type Ending = Pick<AbortController, "signal" | "abort">

export function createEnding(): Ending {
  return new AbortController()
}

/** Runs when the recorder ends. */
export function atEnd(signal: AbortSignal, run: () => void): void {
  signal.addEventListener("abort", run)
}

export function hasEnded(signal: AbortSignal): boolean {
  return signal.aborted
}

/** How the page's events are heard: on their way down, without keeping the page waiting, until the recorder ends. */
export function listening(signal?: AbortSignal): AddEventListenerOptions {
  return { ...(signal && { signal }), capture: true, passive: true }
}
