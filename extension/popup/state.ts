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
  /**
   * What Chrome is asked for to audit this site without a click, and whether it does (`everywhere`: as all sites are);
   * null where it cannot.
   */
  always: { pattern: string; on: boolean; everywhere: boolean } | null
}

/** Null: nothing is audited in this tab. */
export type PopupAnswer = { state: PopupState } | { state: null; language: Language }

/** What the person does in the popup. */
export type PopupAction =
  | { type: "show"; on: boolean }
  | { type: "always"; pattern: string; on: boolean }
  | { type: "open-panel" }
  | { type: "clock-now" }
  | { type: "options" }
