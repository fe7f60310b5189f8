const prefix = "renew:"
/** What was last asked for, by tab. A worker that starts anew does not know, and asks again. */
const planned = new Map<number, number | null>()

/**
 * Asks Chrome to wake the worker when what a tab shows changes by itself (`at`, ms UTC; null: it does not): no timer,
 * so that nothing holds the worker awake until then. Chrome may come up to half a minute late.
 */
export async function planRenewal(tabId: number, at: number | null): Promise<void> {
  if (planned.get(tabId) === at) return
  planned.set(tabId, at)
  const name = `${prefix}${tabId}`
  if (at === null) await chrome.alarms.clear(name)
  else await chrome.alarms.create(name, { when: Math.max(at, Date.now()) })
}

/** Calls `renew` with the tab whose time has come. To be registered before anything is awaited. */
export function onRenewal(renew: (tabId: number) => void): void {
  chrome.alarms.onAlarm.addListener(({ name }) => {
    const id = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN
    planned.delete(id)
    if (Number.isInteger(id)) renew(id)
  })
}
