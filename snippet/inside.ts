import type { TouchpointEvent } from "../shared/event"
import type { Detector, ProblemCode } from "./detector"
import type { Consents, Identity } from "./identity"
import type { Journal } from "./journal"
import type { RecorderHost } from "./recorder"

export type Fields = Record<string, unknown>
/** A call to the recorder, and what the stub keeps of it: the method, its arguments, how to answer, and when it was made. */
export type Call = [
  method: string,
  values: ArrayLike<unknown>,
  resolve?: ((value: unknown) => void) | undefined,
  at?: number,
]

/** The inside of the recorder, for what is rare enough, or slow enough, to come later. */
export interface Inside {
  script: HTMLScriptElement | null
  /** What the tag says, or who bundles the recorder. */
  options: DOMStringMap
  /** What can be called on `cuelight` and pushed to its list; may be added to, and wrapped. */
  methods: Record<string, (values: unknown[], at?: number) => unknown>
  /** As they are decided; the same object always. */
  consents: Consents
  /** Events of this page by id, in the order of their times; of those in `held` the last word is not spoken. */
  memory: Map<string, TouchpointEvent>
  held: Set<string>
  /** From the first event on that may be stored. */
  journal?: Journal | undefined
  who(): Identity
  /** Takes a visitor's choice, from wherever it comes. */
  decide(told: Consents): void
  /** Nothing that was recorded is left, here and in the journal; what comes is of somebody new. */
  erase(): void
  problem(code: ProblemCode, detail: string): void
  host: RecorderHost
  /** Told of every event that is final and stored. */
  stored?(event: TouchpointEvent): void
  /** Told when nothing is to be left. */
  erased?(): void
  /** Hashes of e-mail addresses and telephone numbers. */
  hash?(contacts: Fields): Promise<Fields>
}

/** What the second file brings. */
export interface Extension {
  detectors: readonly Pick<Detector, "start">[]
  /** Called once with what else the second file may use of the first. The promise: when it knows all that it will look for. */
  join(inside: Inside): Promise<unknown> | undefined
}
