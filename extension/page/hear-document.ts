/** Hears what the document is told of itself and of what is in it, on the way down: some of it comes no other way. */
export function hearDocument(type: string, listener: (event: Event) => void, signal?: AbortSignal): void {
  document.addEventListener(type, listener, { capture: true, ...(signal && { signal }) })
}
