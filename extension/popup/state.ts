import type { HealthItem, OverlayState, StageView } from "../overlay/state"
import type { Language } from "../words/language"

/** What the worker tells the popup: one glance at the tab. */
export interface PopupState extends Pick<OverlayState, "site" | "at" | "clockOffsetMs" | "nextChangeAt"> {
  language: Language
  stage: StageView | null
  stages: { id: string; name: string }[]
  /** Worst first; never empty. */
  health: HealthItem[]
  counts: { running: number; missed: number; unknown: number }
  /** The overlay is shown on this site, in this tab. */
  shown: boolean
}

/** Null: nothing is audited in this tab. */
export type PopupAnswer = { state: PopupState } | { state: null; language: Language }

/** What the person does in the popup. */
export type PopupAction = { type: "show"; on: boolean } | { type: "open-panel" } | { type: "options" }
