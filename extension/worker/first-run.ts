/**
 * The tour opens by itself, once: when a person has just installed the extension, never after an update. To be called
 * before anything is awaited: Chrome tells of the installation only then.
 */
export function watchFirstRun(): void {
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install" && !isForTests()) void openTour()
  })
}

/** The QA build has all sites granted from the start: a machine that runs tests must find only the tabs it opened. */
function isForTests(): boolean {
  return (chrome.runtime.getManifest().host_permissions ?? []).length > 0
}

async function openTour(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL("tabs/tour.html") }).catch(withoutWindow)
}

/** Installed where no window is open: the options offer the tour. */
function withoutWindow(): void {}
