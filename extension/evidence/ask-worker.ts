import type { PageMessage } from "../messages"
import type { EvidenceAction, SourcesState } from "./state"

/** Null when the worker cannot be reached, or could not answer. */
async function tell(message: PageMessage): Promise<object | null> {
  try {
    const answer: unknown = await chrome.runtime.sendMessage(message)
    return typeof answer === "object" && answer !== null && !("failed" in answer) ? answer : null
  } catch {
    return null
  }
}

export const askSources = () => tell({ type: "sources-state" }) as Promise<SourcesState | null>

export const actOnEvidence = (action: EvidenceAction) => tell({ type: "evidence-action", action })

/** Asks the person, in Chrome's own words, for the one address; only in a click's turn. */
export async function allowAddress(address: string): Promise<boolean> {
  let origins: string[]
  try {
    origins = [`${new URL(address).origin}/*`]
  } catch {
    return false
  }
  if (await chrome.permissions.contains({ origins })) return true
  return chrome.permissions.request({ origins })
}
