import type { Inside } from "./inside"

/** What one page of a tab hands to the next. Never what a person typed. */
export interface Carried {
  /** An empty text takes back what was put. */
  put(text: string): void
  take(): string | null | undefined | Promise<string | null | undefined>
}

/** Nothing is carried until somebody says how. */
export const carrier: { carried?: Carried } = {}

/** Where that is which one page hands to the next. */
export const sentName = "cuelight.sent"

/** Carries in the tab's own storage, where the visitor has agreed that something is stored. */
export function carryInTab({ consents }: Inside): Carried {
  const keep = (text: string) => {
    try {
      const before = sessionStorage.getItem(sentName)
      if (text && consents.analytics === "granted") sessionStorage.setItem(sentName, text)
      else sessionStorage.removeItem(sentName)
      return before
    } catch {
      // Storage is refused: so nothing is carried.
    }
  }
  return { put: keep, take: () => keep("") }
}
