/** Firefox calls the side panel a sidebar, which belongs to the window that was pressed in, and not to a tab. */
type Sidebar = { sidebarAction?: { open(): Promise<void> } }

/**
 * Opens the side panel. Browsers allow it only while a press is fresh (Chrome for a few seconds, Firefox until something is
 * awaited), so a tab that has to be asked for first is a function, and asked where tabs have panels. False where
 * nobody pressed, or the browser has neither.
 */
export async function openSidePanel(
  find: chrome.sidePanel.OpenOptions | (() => Promise<chrome.sidePanel.OpenOptions>),
): Promise<boolean> {
  try {
    if ("sidePanel" in chrome) await chrome.sidePanel.open(typeof find === "function" ? await find() : find)
    else if ((chrome as Sidebar).sidebarAction) await (chrome as Sidebar).sidebarAction?.open()
    else return false
    return true
  } catch {
    return false
  }
}
