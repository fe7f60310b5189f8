import type { Field } from "../../shared/evidence/connector"
import type { SourceProblem } from "../../shared/evidence/source-problem"
import type { WatchedSpan } from "../../shared/evidence/spans"
import type { Language } from "../words/language"
import type { FileAction } from "./file/state"

/** What the worker tells of the sources of evidence. No secret is in it. Instants are milliseconds UTC. */
export interface SourcesState {
  language: Language
  /** What can be connected. */
  kinds: SourceKind[]
  sources: SourceView[]
  /** Sites of which something is kept. */
  sites: string[]
}

export interface SourceKind {
  id: string
  title: string
  kind: "inbox" | "provider" | "other"
  fields: Field[]
}

export interface SourceView {
  id: string
  site: string
  connector: string
  title: string
  channels: string[]
  settings: Record<string, string>
  /** For each secret that is set, what may be shown of it. */
  masked: Record<string, string>
  recipient: string
  keptSince: number
  coverage: WatchedSpan[]
  lastPollAt: number | null
  lastGoodAt: number | null
  problem: SourceProblem | null
  skewMs: number | null
  comeAgainAt: number
  found: number
  strangers: number
  unreadable: number
}

/** A source as the person fills it in; `id` null: a new one. An empty secret stays as it is. */
export interface SourceForm {
  id: string | null
  site: string
  connector: string
  settings: Record<string, string>
  recipient: string
  keptSince: number
}

export interface SourceTest {
  problem: SourceProblem | null
  found: number
  unreadable: number
  skewMs: number | null
  /** The newest that was found. */
  latest: number | null
  /** What it answered, where the person must say what that means. */
  sample: SourceSample | null
}

/** The beginning of an answer. What looks like a secret of the form is not in it. */
export interface SourceSample {
  /** Where in the answer lists stand; "" is the answer itself. */
  lists: string[]
  /** Which of them is shown, and its first entries. */
  list: string
  entries: unknown[]
}

export type EvidenceAction =
  | FileAction
  | { type: "test"; form: SourceForm } // answered with a SourceTest
  | { type: "save"; form: SourceForm } // answered with `{ id }`
  | { type: "look"; id: string }
  | { type: "look-site"; site: string }
  | { type: "remove"; id: string }
