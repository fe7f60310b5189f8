import type { BridgeMessage, BridgeOrders } from "../messages"

/**
 * When a page may be about to go. Of a page whose successor has a process of its own nothing is taken any more once it is
 * hidden; asked before, it may stay after all, and has only told earlier what it would have told soon.
 */
export const leaving = ["beforeunload", "pagehide"]

/**
 * What a page says as it goes, in two ways. A message is heard by a worker that lives; to one that has ended it dies with
 * the page before the worker is up. What is written to the browser's storage stays, and wakes it; no page can read it.
 * Nothing is recorded before the orders have come. Of what is carried to the next page the last word holds.
 */
export async function leave(orders: BridgeOrders | null, message: BridgeMessage): Promise<unknown> {
  if (!orders) return
  const left = { ...message, desk: orders.desk }
  return Promise.all([
    chrome.runtime.sendMessage(left),
    chrome.storage.local.set({ [`left:${message.type === "carry" ? orders.desk : Math.random()}`]: left }),
  ])
}
