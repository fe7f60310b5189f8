import type { RecordedEvent } from "../messages"

/** What the recorder needs of whoever starts it, and what stands in the world for it (`snippet/embedded.ts`). */
interface RecorderHost {
  report(event: RecordedEvent): void
  problem(code: string, detail: string): void
  pushes?(listener: (push: unknown, at: number) => void): () => void
  rules?: unknown[]
  /** Events that a copy before has told of this same document. */
  toldBefore?: unknown[]
  onRules?(listener: (rules: unknown[]) => void): void
  /** Keeps a text for the next page of this tab and site, outside of the page; an empty one takes back what was kept. */
  carry?(text: string): void
  /** What the page before has kept: given once. */
  carried?(): Promise<string | null>
  /** Names of the detectors to run; all of them where it is left out. */
  only?: string[]
}

export interface Recording {
  /** Tells what is still held, in case another source knows it too. */
  settle(): void
  stop(): void
}

interface EmbeddedRecorder {
  start(host: RecorderHost): Recording
}

/** Null where the recorder has not been put into this document. */
export function startEmbedded(host: RecorderHost): Recording | null {
  const { cuelightRecorder } = globalThis as { cuelightRecorder?: EmbeddedRecorder }
  return cuelightRecorder?.start(host) ?? null
}
