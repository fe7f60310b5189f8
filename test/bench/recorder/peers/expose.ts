/** What the bench calls, the same for every recorder. */
export interface Peer {
  /** Begins; where that is asynchronous, resolves when calls go straight through. */
  start(collector: string): unknown
  track(name: string, props: Record<string, string>): void
}

export function expose(peer: Peer): void {
  Object.assign(globalThis, { bench: peer })
}
