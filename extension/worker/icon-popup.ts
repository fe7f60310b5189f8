/**
 * What a click on the icon does in a tab: where the overlay is shown the popup opens; elsewhere the click audits the
 * tab (Chrome tells the worker of a click only where there is no popup).
 */
export async function offerPopup(tabId: number, shown: boolean): Promise<void> {
  await chrome.action.setPopup({ tabId, popup: shown ? "tabs/popup.html" : "" }).catch(gone)
}

/** The tab was closed in the meantime. */
function gone(): void {}
