import type { StepStatus } from "../engine/audit-result"
import type { Colour } from "./paint"

/** One glyph and colour for each status, as everywhere: shape and word say it too, never the colour alone. */
export const STATUS_GLYPHS: Record<StepStatus, { glyph: string; colour: Colour }> = {
  scheduled: { glyph: "◌", colour: "grey" },
  due: { glyph: "◔", colour: "yellow" },
  sent: { glyph: "●", colour: "green" },
  early: { glyph: "◑", colour: "yellow" },
  late: { glyph: "◕", colour: "yellow" },
  missed: { glyph: "○", colour: "red" },
  unknown: { glyph: "?", colour: "grey" },
  failed: { glyph: "✕", colour: "red" },
  withheld: { glyph: "–", colour: "grey" },
  skipped: { glyph: "–", colour: "grey" },
}
