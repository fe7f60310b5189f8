import type { BridgeMessage } from "../messages"

/**
 * When a page may be about to go. Of a page whose successor has a process of its own nothing is taken any more once it is
 * hidden; asked before, it may stay after all, and has only told earlier what it would have told soon.
 */
export const leaving = ["beforeunload", "pagehide"]

/**
 * What a page says as it goes, in two ways. A message is heard by a worker that lives; to one that has ended it dies with
 * the page before the worker is up. What is written to the browser's storage stays, and wakes it; no page can read it.
 * Of what is carried to the next page the last word holds. `desk`: whose the page is, as the worker knows it.
 */
export async function leave(desk: string | undefined, message: BridgeMessage): Promise<unknown> {
  if (!desk) return
  const left = { ...message, desk }
  return Promise.all([
    chrome.runtime.sendMessage(left),
    chrome.storage.local.set({ [`left:${message.type === "carry" ? desk : Math.random()}`]: left }),
  ])
}
