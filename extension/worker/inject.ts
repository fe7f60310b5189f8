/**
 * Puts recorder, bridge and tap into a tab. Each copy of a script knows whether it is the first, so this may be called
 * again for the same document. False when Chrome does not let us (no permission, a page of the browser itself).
 */
export async function injectInto(tabId: number): Promise<boolean> {
  const target = { tabId }
  try {
    // The isolated world first: the tap offers its port to whoever is listening.
    await chrome.scripting.executeScript({
      target,
      files: ["page/embedded.js", "page/bridge.js"],
      injectImmediately: true,
    })
    await chrome.scripting.executeScript({
      target,
      files: ["page/tap.js"],
      world: "MAIN",
      injectImmediately: true,
    })
    return true
  } catch {
    return false
  }
}
