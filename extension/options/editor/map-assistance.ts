import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete"
import type { Diagnostic } from "@codemirror/lint"
import type { Text } from "@codemirror/state"
import { describeCursor, lint, NOTHING_SEEN, readForLint, type SeenNames } from "../../domain"
import { explainProblem } from "../../words/explain-problem"
import type { Language } from "../../words/language"
import { listSnippets } from "./map-snippets"

/** Longer texts are written by machines: nobody waits for proposals there. */
const MOST_TEXT = 300_000

/** One error or remark, where a person finds it. Lines and columns count from 1. */
export interface Remark {
  severity: "error" | "warning" | "note"
  line: number
  column: number
  path: string
  message: string
  /** What would be better; errors say it in their message. */
  proposal: string | null
}

/** Everything that is wrong with a map, or, where nothing is, what a good strategist would say on reading it. */
export function listRemarks(text: string, language: Language): Remark[] {
  const read = readForLint(text)
  if ("problems" in read) {
    return read.problems.map((problem) => ({
      severity: "error",
      line: problem.line,
      column: problem.column,
      path: problem.path,
      message: explainProblem(problem, language),
      proposal: null,
    }))
  }
  return lint(read.read, { language }).map((finding) => ({ ...finding }))
}

/** The same as CodeMirror underlines it: from the place to the end of the word there. */
export function placeRemark(text: Text, remark: Remark, better: string): Diagnostic {
  const line = text.line(Math.max(1, Math.min(remark.line, text.lines)))
  const from = Math.min(line.from + Math.max(0, remark.column - 1), line.to)
  const word = /^[^\s,:{}[\]]+/.exec(line.text.slice(from - line.from))?.[0].length ?? 0
  const proposal = remark.proposal === null ? "" : `\n${better} ${remark.proposal}`
  return {
    from,
    to: Math.min(from + Math.max(1, word), line.to),
    severity: remark.severity === "note" ? "info" : remark.severity,
    message: `${remark.message}${proposal}`,
  }
}

/** Keys and values that may stand at the cursor. */
export function proposeFor(language: Language, seen: SeenNames = NOTHING_SEEN) {
  return (context: CompletionContext): CompletionResult | null => {
    const text = context.state.doc.toString()
    if (text.length > MOST_TEXT) return null
    const place = describeCursor(text, context.pos, language, seen)
    if (!place) return null
    // Unasked, proposals come only with the first letter or where a value begins.
    if (!context.explicit && place.from === context.pos && place.part === "key") return null
    const before = text.slice(text.lastIndexOf("\n", place.from - 1) + 1, place.from)
    const opensLine = /^\s*(- +)*$/.test(before)
    const colon = /^\s*:/.test(text.slice(place.to, place.to + 20)) ? "" : ": "
    const options: Completion[] = [
      ...listSnippets(place, /^\s*- +$/.test(before), language),
      ...(place.part === "key" || opensLine ? place.keys : []).map(({ key, description, required }) => ({
        label: key,
        apply: `${key}${colon}`,
        type: "property",
        info: description,
        boost: required ? 2 : 1,
      })),
      ...(place.part === "key" ? [] : place.values).map(({ value, description }) => ({
        label: value,
        apply: quoteIfNeeded(value),
        type: "enum",
        info: description,
      })),
    ]
    if (options.length === 0) return null
    return { from: place.from, to: place.to, options, validFor: /^[\p{L}\p{N}_.-]*$/u }
  }
}

/** What stands at an offset means; null where the language has no word for it. */
export function explainAt(text: string, offset: number, language: Language): string | null {
  if (text.length > MOST_TEXT) return null
  return describeCursor(text, offset, language)?.description ?? null
}

/** Wall times must be quoted, and so must whatever YAML would read as something else. */
function quoteIfNeeded(value: string): string {
  return /^[\p{L}_][\p{L}\p{N}_ /.-]*$/u.test(value) || /^-?\d+(\.\d+)?[a-z%]?$/.test(value)
    ? value
    : JSON.stringify(value)
}
