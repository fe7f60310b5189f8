import type { BridgeMessage, BridgeOrders } from "../messages"

/**
 * What a page says as it goes. A message to a worker that has ended dies with the page before the worker is up; what is
 * written to the browser's storage stays, wakes the worker, and no page can read it. Nothing is recorded before the
 * orders have come.
 */
export async function leave(orders: BridgeOrders | null, message: BridgeMessage): Promise<void> {
  if (orders) await chrome.storage.local.set({ [orders.leaveAt + Math.random()]: message })
}
