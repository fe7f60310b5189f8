import type { Words } from "../language"
import type { DocumentPath } from "../map/map-problem"
import type { MapIndex } from "./reasoning/map-index"
import type { Reasoner } from "./reasoning/reasoner"

/** `never-can`: it is on the map and cannot happen; `gap`: nothing is there; `conflict`: parts get in each other's way. */
export type FindingKind = "never-can" | "gap" | "conflict"

/** Errors make a map unusable; warnings and notes are what a good strategist would say on reading it. */
export type Severity = "error" | "warning" | "note"

/** What a rule finds, before its place in the text and the reader's language are known. */
export interface Flaw {
  path: DocumentPath
  /** The flaw is the key itself (a channel, a message), not its value. */
  atKey?: boolean
  severity: Severity
  message: Words
  proposal: Words
}

/** What the linter tells a person. Lines and columns count from 1. */
export interface Finding {
  code: string
  kind: FindingKind
  severity: Severity
  path: string
  line: number
  column: number
  message: string
  proposal: string
}

/** The map as a rule sees it. */
export interface LintContext extends MapIndex {
  reasoner: Reasoner
}

/** One rule: a file whose name is the code, one line in the registry, one test. */
export interface LintRule {
  code: string
  kind: FindingKind
  find(context: LintContext): Flaw[]
}

export function defineRule(rule: LintRule): LintRule {
  return rule
}
