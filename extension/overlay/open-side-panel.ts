/**
 * The side panel of the tab that this frame lies in. The press of the button stays fresh for a few seconds in the frame,
 * so that asking for the tab first does no harm; in the worker it would.
 */
export async function openSidePanel(): Promise<void> {
  const tab = await chrome.tabs.getCurrent()
  if (tab?.id !== undefined) await chrome.sidePanel.open({ tabId: tab.id }).catch(notAllowed)
}

/** Not pressed by a person, or a browser without side panels: nothing to be said in the overlay. */
function notAllowed(): void {}
