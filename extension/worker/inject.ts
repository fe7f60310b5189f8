/**
 * Puts recorder, bridge and tap into a tab. Each copy of a script knows whether it is the first, so this may be called
 * again for the same document. `shown`: the overlay will be, so that its place comes with them. False when Chrome does
 * not let us (no permission, a page of the browser itself).
 */
export async function injectInto(tabId: number, { shown = false } = {}): Promise<boolean> {
  const target = { tabId }
  const files = shown ? ["page/place.js", ...recording] : recording
  try {
    // The isolated world first: the tap offers its port to whoever is listening.
    await chrome.scripting.executeScript({ target, files, injectImmediately: true })
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

/** How long after a refusal it is tried again, ms. */
const TRY_AGAIN_MS = [50, 200, 600]

/**
 * As `injectInto`, for who has just clicked the icon: Chrome tells the page's process of the leave that the click gives on
 * another way than it brings the scripts, and on a busy machine these come first and are refused.
 */
export async function injectAtClick(tabId: number): Promise<boolean> {
  for (const waitMs of TRY_AGAIN_MS) {
    if (await injectInto(tabId, { shown: true })) return true
    await new Promise((next) => setTimeout(next, waitMs))
  }
  return injectInto(tabId, { shown: true })
}

const recording = ["page/knock.js", "page/embedded.js", "page/bridge.js"]
const inFrames = ["page/embedded.js", "page/frame-bridge.js"]

/** What a knock that came by itself asks for. */
export async function injectLacking(tabId: number, files: string[]): Promise<void> {
  if (files.length === 0) return
  await chrome.scripting
    .executeScript({
      target: { tabId },
      files: files.map((name) => `page/${name}.js`),
      injectImmediately: true,
    })
    .catch(frameIsGone)
}

/** Puts recorder and bridge into those frames of a tab that have none yet, as far as Chrome lets us into them. */
export async function injectIntoFrames(tabId: number): Promise<void> {
  try {
    const found = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => "cuelightBridge" in globalThis,
    })
    const frameIds = found.filter(({ result }) => result === false).map(({ frameId }) => frameId)
    // One by one: a frame that has gone meanwhile must not cost the others theirs.
    for (const frameId of frameIds)
      await chrome.scripting
        .executeScript({ target: { tabId, frameIds: [frameId] }, files: inFrames, injectImmediately: true })
        .catch(frameIsGone)
  } catch {
    // The tab is gone, or Chrome took the right to it back: the page itself says so.
  }
}

function frameIsGone(): void {}
