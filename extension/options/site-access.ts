import { everySite } from "../host-pattern"
import type { PageMessage } from "../messages"

/** Asks the browser for all sites. It may be asked only while the press is fresh: nothing is awaited before. */
export async function requestEverySite(): Promise<boolean> {
  return chrome.permissions.request({ origins: [...everySite] }).catch(() => false)
}

/** The browser has back what it was asked for. False for a right that was there from the start, as in a build for tests. */
export async function giveBack(origins: readonly string[]): Promise<boolean> {
  return chrome.permissions.remove({ origins: [...origins] }).catch(() => false)
}

/** A single site is not audited without a click any more. */
export async function stopSite(pattern: string): Promise<void> {
  await chrome.runtime.sendMessage({ type: "always-on", pattern, on: false } satisfies PageMessage)
  await giveBack([pattern])
}
