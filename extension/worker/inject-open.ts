import { listAlwaysOn } from "./always-on"
import { injectInto } from "./inject"

/**
 * After an install or an update Chrome puts nothing into pages that are open already: those that are audited without a
 * click get this version now, and the copy of the one before hands over to it.
 */
export function watchInstalls(): void {
  chrome.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install" || reason === "update") void injectOpen().catch(couldNotInject)
  })
}

async function injectOpen(): Promise<void> {
  // Named in the manifest of the builds for tests only.
  const named = chrome.runtime.getManifest().content_scripts?.flatMap(({ matches }) => matches ?? []) ?? []
  const url = [...new Set([...named, ...(await listAlwaysOn())])]
  if (url.length === 0) return
  const tabs = await chrome.tabs.query({ url, discarded: false })
  await Promise.all(
    tabs.filter(({ url }) => /^https?:/.test(url ?? "")).map(({ id }) => id !== undefined && injectInto(id)),
  )
}

function couldNotInject(error: unknown): void {
  console.error("Cuelight could not go on in the pages that are open", error)
}
