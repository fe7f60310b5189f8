import type { TouchpointEvent } from "../shared/event"
import type { Detector, ProblemCode } from "./detector"
import type { Consents, Identity } from "./identity"
import type { Entry, Journal, Note } from "./journal"
import type { Beginner, Recorder, RecorderHost, Telling } from "./recorder"
import type { Extend } from "./surroundings"

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
  /**
   * What this page has told by id: notes, until they are read, then events; of those in `held` the last word is not
   * spoken.
   */
  memory: Map<string, Remembered>
  held: Set<string>
  /** Told of all that is stored. */
  written?(event: TouchpointEvent, note: Note | undefined): void
  /** Who the visitor is; another object whenever something is told. */
  visitor: Identity
  /** Takes over what other tabs have written of the visitor. */
  lookAround?(at: number): void
  /** Which document it is among those that have left notes. */
  load: string
  /** Lets others read what this document has noted. */
  letRead?: (() => void) | undefined
  /** Remembers and stores. */
  keep(event: TouchpointEvent, note?: Note): void
  /** Joins what several sources tell; until somebody does, what is told is noted. */
  combine?(...told: Telling): undefined
  /** The second file has come, and gets ready; it is here when it has called `come`. */
  isComing?: boolean
  come(): void
  /** It will not come. */
  isAlone?: boolean
  /** Who reads what was noted of presses, forms and markup, and goes on from there. */
  readers?: readonly Beginner[]
  /** Tells what earlier pages have noted. */
  readEarlier?(): Promise<void>
  recorder: Recorder
  /** Starts further detectors. */
  extend: Extend
  /** From then on nothing of it is noted any more. */
  isRead?: boolean
  /** Forgets a note. */
  drop(id: string): void
  /** Gets a file of the recorder, with what it builds on; once. */
  getFile?(name: "shop" | "forms"): Promise<unknown>
  /** Ends when what this page has noted is read, or soon. */
  reading?: Promise<unknown>
  /** What pages have noted and nobody has read. */
  readNotes?(): Promise<Entry[] | undefined>
  /** Counts what was erased: what was read before is not written again. */
  erasures: number
  /** What the files after the first take from those before, by place; first what takes what they bring. */
  kit: unknown[]
  /** Opens the journal, where something may be stored. */
  open(): Journal | undefined
  /** Tells those who listen to `event`. */
  announce(name: string, value: unknown): void
  /** Writes who the visitor is, where that may be stored. */
  save(): void
  /** Of whoever joins what several sources tell. */
  settle?(): void
  /** From the first event on that may be stored. */
  journal?: Journal | undefined
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
  /** Tells who it is whose id is an e-mail address, by its hash. */
  identifyHidden?(id: string, traits: Fields, at: number): Promise<unknown>
  /** Hashes of e-mail addresses and telephone numbers. */
  hash?(contacts: Fields): Promise<Fields>
}

export interface Remembered {
  event: TouchpointEvent
  note?: Note | undefined
}

/** What the second file brings. */
export interface Extension {
  detectors: readonly Pick<Detector, "start">[]
  /** Called once with what else the second file may use of the first. The promise: when it knows all that it will look for. */
  join(inside: Inside): Promise<unknown> | undefined
}
