import type { RecordedEvent } from "../messages"
import type { Knock } from "./knock"

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
  /** What was done before (`snippet/earlier.ts`). */
  earlier?: Pick<Knock, "since" | "gestures">
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
  /** A map that the page names: its text, or the status of HTTP. */
  fetchMap(url: string): Promise<{ text: string } | { status: number }>
}

/** Undefined where the recorder has not been put into this document. */
export const findRecorder = (): EmbeddedRecorder | undefined =>
  (globalThis as { cuelightRecorder?: EmbeddedRecorder }).cuelightRecorder

/** Null where there is none. */
export const startEmbedded = (host: RecorderHost): Recording | null => findRecorder()?.start(host) ?? null
