import { isNews } from "./only-news"

/**
 * What a click on the icon does in a tab: where the overlay is shown the popup opens; elsewhere the click audits the
 * tab (Chrome tells the worker of a click only where there is no popup).
 */
export async function offerPopup(tabId: number, shown: boolean): Promise<void> {
  const popup = shown ? "tabs/popup.html" : ""
  if (isNews(tabId, "popup", popup)) await chrome.action.setPopup({ tabId, popup }).catch(gone)
}

/** The tab was closed in the meantime. */
function gone(): void {}
