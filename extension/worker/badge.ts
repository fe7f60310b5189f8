const MISSED_COLOUR = "#b91c1c"
const CALM_COLOUR = "#475569"

/** The number of missed follow-ups on the icon of a tab; nothing when there is none. */
export async function showBadge(tabId: number, missed: number): Promise<void> {
  await setBadge(tabId, missed > 0 ? String(Math.min(missed, 999)) : "", MISSED_COLOUR)
}

/** The page cannot be audited, or Chrome took the right to read it back: the icon says so where the person looks. */
export async function showRefusal(tabId: number): Promise<void> {
  await setBadge(tabId, "–", CALM_COLOUR)
}

async function setBadge(tabId: number, text: string, color: string): Promise<void> {
  await chrome.action.setBadgeText({ tabId, text }).catch(gone)
  await chrome.action.setBadgeBackgroundColor({ tabId, color }).catch(gone)
}

/** The tab was closed in the meantime. */
function gone(): void {}
