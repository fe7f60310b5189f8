import type { ChangedMessage, OverlayAnswer, PageMessage } from "../messages"

/**
 * Imported by the overlay's entry first of all, for its effect: the worker works on its answer while React and all that
 * draws are still being read.
 */
let early: { answer: Promise<OverlayAnswer | null>; isOld: boolean } | null = null

function noteChange(message: ChangedMessage): void {
  if (early && message?.type === "changed") early.isOld = true
}

function askEarly(): void {
  const question: PageMessage = { type: "overlay-state" }
  const answer = chrome.runtime.sendMessage(question).then(
    (state) => state as OverlayAnswer,
    () => null,
  )
  early = { answer, isOld: false }
  chrome.runtime.onMessage.addListener(noteChange)
}

/**
 * What was asked before anything could listen, once; null where nothing was. `isOld`: something has changed between, so
 * that it has to be asked again.
 */
export function takeEarly(): { answer: Promise<OverlayAnswer | null>; isOld: boolean } | null {
  const taken = early
  early = null
  if (taken) chrome.runtime.onMessage.removeListener(noteChange)
  return taken
}

// An open inbox shows something else.
if (location.hash !== "#inbox") askEarly()
