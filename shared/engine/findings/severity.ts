import type { Finding } from "../audit-result"
import type { FindingKind } from "../finding"

const SEVERITY: Record<FindingKind, Finding["severity"]> = {
  missed: "error",
  "should-not-have": "error",
  "in-quiet-hours": "error",
  "over-cap": "error",
  "wrong-channel": "error",
  duplicate: "error",
  failed: "warning",
  late: "warning",
  early: "warning",
  unplanned: "warning",
  "never-can": "warning",
  "duplicate-event": "warning",
  "phantom-event": "warning",
  "bad-event": "warning",
  mix: "info",
  volume: "info",
  "ignored-active": "info",
}

/** Every kind of finding there is, as the table of the result lists them. */
export const FINDING_KINDS = Object.keys(SEVERITY) as FindingKind[]

export function severityOf(kind: FindingKind): Finding["severity"] {
  return SEVERITY[kind]
}
