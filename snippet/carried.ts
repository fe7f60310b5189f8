import type { Inside } from "./inside"

/** What one page of a tab hands to the next. Never what a person typed. */
export interface Carried {
  /** An empty text takes back what was put. */
  put(text: string): void
  take(): string | null | undefined | Promise<string | null | undefined>
}

/** Nothing is carried until somebody says how. */
export const carrier: { carried?: Carried } = {}

const name = "cuelight.sent"

/** Carries in the tab's own storage, where the visitor has agreed that something is stored. */
export function joinCarried({ consents, methods }: Inside): void {
  const keep = (text: string) => {
    try {
      const before = sessionStorage.getItem(name)
      if (text && consents.analytics === "granted") sessionStorage.setItem(name, text)
      else sessionStorage.removeItem(name)
      return before
    } catch {
      // Storage is refused: so nothing is carried.
    }
  }
  carrier.carried = { put: keep, take: () => keep("") }
  const { forget } = methods
  methods.forget = (values, at) => {
    keep("")
    return forget?.(values, at)
  }
}
