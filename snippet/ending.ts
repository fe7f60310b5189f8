/*
 * The extension's recorder and the tap end at some time, and the recorder may begin when something has been done already.
 * The tag's is there from the first moment and never ends, and its files carry nothing of this: `vite.config.ts` puts
 * `never-ending.ts` in its place.
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

type Hearing = [types: readonly string[], listener: (event: Event) => void]
/** Who hears the page, by the signal that ends it, in the order in which they began. */
const hearings = new WeakMap<AbortSignal, Hearing[]>()
/** When that was done, ms UTC, which a recorder is told of just now. */
let toldOf: number | undefined

/** Notes who hears the page, for what was done before. */
export function noteHearing(types: string, listener: Hearing[1], signal: AbortSignal): void {
  const noted = hearings.get(signal) ?? []
  noted.push([types.split(" "), listener])
  hearings.set(signal, noted)
}

/** Tells all who hear the page of an event that is over, as if it had just come. `at`: when it did, ms UTC. */
export function hearAgain(event: Event, at: number, signal: AbortSignal): void {
  toldOf = at
  for (const [types, listener] of hearings.get(signal) ?? []) if (types.includes(event.type)) listener(event)
  toldOf = undefined
}

/** When what is heard just now was done, ms UTC. */
export function heardAt(): number {
  return toldOf ?? Date.now()
}
