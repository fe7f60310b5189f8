import type { ViewContract } from "../state"

export interface VisitorView extends ViewContract {
  question: null
  state: VisitorState
  action: VisitorAction
}

/** Who this visitor is to the site, and who else has been here. */
export interface VisitorState {
  /** Null before the first event of a new visitor. */
  known: { ids: string[]; firstAt: number; events: number } | null
  /** Who names the visitor: our recorder, or the page's own snippet. */
  namedBy: "recorder" | "snippet"
  /** The id under which the next event is told. */
  current: string
  saved: SavedVisitorView[]
  traits: TraitView[]
  segments: SegmentView[]
}

export interface SavedVisitorView {
  person: string
  name: string
  savedAt: number
  current: boolean
}

export interface TraitView {
  key: string
  value: string
  pretended: boolean
}

export interface SegmentView {
  id: string
  name: string
  /** As it is, or as it is pretended. */
  holds: boolean
  pretended: boolean
}

export type VisitorAction =
  /** A fresh visitor from now on; the one before is saved, and can be had back. */
  | { type: "new" }
  /** Keep the current visitor under a name, at most 100 characters; an empty one is ignored. */
  | { type: "save"; name: string }
  | { type: "switch"; person: string }
  /** Forget the name only: the journey stays. */
  | { type: "unsave"; person: string }
