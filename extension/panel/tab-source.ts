/** Which tab a page beside the tabs shows, and when that is another one. */
export interface TabSource {
  current(): Promise<number | null>
  /** Returns how to stop listening. */
  onChange(listener: () => void): () => void
}

/** The active tab of the window that the page belongs to, as a side panel follows it. */
export const activeTab: TabSource = {
  async current() {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    return tab?.id ?? null
  },
  onChange(listener) {
    // A navigation within the tab: what could not be audited before may be now.
    const updated = (_: number, change: { status?: string }) => {
      if (change.status === "complete") listener()
    }
    chrome.tabs.onActivated.addListener(listener)
    chrome.tabs.onUpdated.addListener(updated)
    return () => {
      chrome.tabs.onActivated.removeListener(listener)
      chrome.tabs.onUpdated.removeListener(updated)
    }
  },
}

/** Always the same tab: the one that DevTools inspect, or the one in the page's own address (`?tab=7`). */
function fixedTab(id: number): TabSource {
  return { current: async () => id, onChange: () => () => {} }
}

/** `?tab=7` shows that tab, wherever the page itself stands; else the active one. */
export function tabOfAddress(search: string): TabSource {
  const id = new URLSearchParams(search).get("tab")
  return id !== null && /^\d{1,15}$/.test(id) ? fixedTab(Number(id)) : activeTab
}
