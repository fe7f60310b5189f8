import { hearDocument } from "./hear-document"

/**
 * After an update of the extension the copies of its scripts that are in pages live on, cut off from the worker, and a
 * new copy comes into the same document, in a world of its own. What the old one could not hand over goes to the new
 * one, over a port that it brings. Kept small: it is in every audited page.
 */
export interface Estate {
  recorded: unknown[]
  fromSnippet: unknown[]
  /** What was told of this document: a recorder that begins anew in it would tell some of it again. */
  told: unknown[]
}

const word = "cuelight:heir"
/** The new copy is put into the page as soon as the new version runs. */
export const HEIR_PATIENCE_MS = 10_000

/** Whether this copy is cut off. A page that only pretends to bring a new one gets nothing. */
export const isOrphaned = (): boolean => !chrome.runtime?.id

/** Says that this copy is the one now. `take` is called where there was an old one; a page could answer in its place. */
export function succeed(take: (estate: Partial<Record<keyof Estate, unknown>>) => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => take(data ?? {})
  document.dispatchEvent(new MessageEvent(word, { ports: [port2] }))
}

/** Whatever it was, a list. */
export const listOf = (value: unknown): unknown[] => [value ?? []].flat()

/** Waits, for as long as the document is there, for the copy that comes when this one is cut off. */
export function awaitHeir(give: () => Estate): void {
  hearDocument(word, (event) => {
    if (isOrphaned()) (event as MessageEvent).ports?.[0]?.postMessage(give())
  })
}
