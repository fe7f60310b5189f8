import {
  defaultHighlightStyle,
  HighlightStyle,
  syntaxHighlighting,
  type TagStyle,
} from "@codemirror/language"
import { EditorView } from "@codemirror/view"

/** The colours of CodeMirror's own style, and what stands for them here; all others are ink. */
const colours: Record<string, string> = {
  "#00c": "var(--cue-stage-ink)", // keys
  "#00f": "var(--cue-stage-ink)",
  "#940": "var(--cue-quiet)", // comments
  "#219": "var(--cue-late)", // anchors, atoms
  "#708": "var(--cue-late)",
  "#085": "var(--cue-late)",
}

/** CodeMirror's own style names the parts of a language; only its colours are for white paper. */
function recolour(): TagStyle[] {
  return defaultHighlightStyle.specs.map((style) => ({
    ...style,
    ...(typeof style.color === "string" && { color: colours[style.color] ?? "var(--cue-ink)" }),
  }))
}

/** The editor in the colours of all surfaces, which follow light and dark by themselves. */
export const editorTheme = [
  EditorView.theme({
    "&": { height: "100%", color: "var(--cue-ink)", backgroundColor: "var(--cue-paper)", fontSize: "13px" },
    "&.cm-focused": { outline: "2px solid var(--cue-focus)", outlineOffset: "-2px" },
    ".cm-scroller": {
      fontFamily: 'ui-monospace, "SF Mono", Menlo, Consolas, monospace',
      lineHeight: "1.55",
    },
    ".cm-content": { caretColor: "var(--cue-ink)" },
    ".cm-cursor": { borderLeftColor: "var(--cue-ink)" },
    ".cm-gutters": {
      backgroundColor: "var(--cue-raised)",
      color: "var(--cue-quiet)",
      borderRight: "1px solid var(--cue-line)",
    },
    ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--cue-focus) 6%, transparent)" },
    ".cm-activeLineGutter": { backgroundColor: "var(--cue-hover)", color: "var(--cue-ink)" },
    "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
      backgroundColor: "color-mix(in srgb, var(--cue-focus) 26%, transparent)",
    },
    ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": {
      backgroundColor: "color-mix(in srgb, var(--cue-sent) 25%, transparent)",
    },
    ".cm-foldPlaceholder": { background: "var(--cue-hover)", border: "0", color: "var(--cue-quiet)" },
    ".cm-tooltip": {
      maxWidth: "min(440px, 92vw)",
      border: "1px solid var(--cue-edge)",
      borderRadius: "6px",
      color: "var(--cue-ink)",
      backgroundColor: "var(--cue-paper)",
      boxShadow: "0 4px 16px rgb(15 23 42 / 0.18)",
    },
    ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "16em" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "2px 8px" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
      backgroundColor: "var(--cue-focus)",
      color: "var(--cue-paper)",
    },
    ".cm-tooltip.cm-completionInfo": { padding: "6px 8px", whiteSpace: "pre-line", fontSize: "12px" },
    ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "700" },
    ".cm-panels": { backgroundColor: "var(--cue-raised)", color: "var(--cue-ink)" },
    ".cm-panels-top": { borderBottom: "1px solid var(--cue-line)" },
    ".cm-panels .cm-search": {
      display: "flex",
      flexWrap: "wrap",
      alignItems: "center",
      gap: "4px 6px",
      padding: "8px 32px 8px 12px",
    },
    ".cm-panels .cm-search br": { flexBasis: "100%" },
    ".cm-panels .cm-search label": {
      display: "inline-flex",
      alignItems: "center",
      gap: "4px",
      minHeight: "24px",
      fontSize: "13px",
    },
    ".cm-panels .cm-textfield": {
      minHeight: "28px",
      margin: "0",
      padding: "2px 8px",
      border: "1px solid var(--cue-control)",
      borderRadius: "6px",
      backgroundColor: "var(--cue-paper)",
      fontSize: "13px",
    },
    ".cm-panels .cm-button": {
      minHeight: "28px",
      margin: "0",
      padding: "2px 10px",
      border: "1px solid var(--cue-control)",
      borderRadius: "6px",
      backgroundImage: "none",
      backgroundColor: "var(--cue-paper)",
      fontSize: "13px",
    },
    ".cm-panels .cm-button:hover": { backgroundColor: "var(--cue-hover)" },
    ".cm-panels .cm-search [name=close]": { minWidth: "24px", minHeight: "24px", textAlign: "center" },
    ".cm-searchMatch": { backgroundColor: "color-mix(in srgb, var(--cue-due) 22%, transparent)" },
    ".cm-searchMatch.cm-searchMatch-selected": { outline: "2px solid var(--cue-due)" },
    ".cm-selectionMatch": { backgroundColor: "color-mix(in srgb, var(--cue-focus) 14%, transparent)" },
    ".cm-diagnostic": { padding: "4px 8px", whiteSpace: "pre-line" },
  }),
  syntaxHighlighting(HighlightStyle.define(recolour())),
]
