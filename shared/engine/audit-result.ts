import type { MessageType } from "../map/message"
import type { FindingKind } from "./finding"

/** The result as the specification shows it. All times are ISO 8601 UTC with milliseconds. */
export interface AuditResult {
  map: string
  now: string
  people: PersonResult[]
  findings: Finding[]
  totals: Totals
}

export interface PersonResult {
  person: string
  ids: string[]
  stage: { id: string; since: string; because: string[] }
  stages: { id: string; from: string; to: string | null; because: string[] }[]
  segments: { id: string; since: string }[]
  runs: RunResult[]
  whyNot: WhyNot[]
}

export interface RunResult {
  scenario: string
  run: number
  key: string | null
  status: RunStatus
  triggeredAt: string
  endedAt: string | null
  because: string[]
  goalAt: string | null
  goalStep: string | null
  steps: StepResult[]
}

export type RunStatus = "active" | "completed" | "exited" | "converted" | "merged"

export type StepStatus =
  | "scheduled"
  | "due"
  | "sent"
  | "early"
  | "late"
  | "missed"
  | "unknown"
  | "failed"
  | "withheld"
  | "skipped"

export interface StepResult {
  id: string
  channel: string
  message: string | null
  dueAt: string | null
  zone: "person" | "assumed"
  status: StepStatus
  reason: string | null
  sentAt: string | null
  evidence: string[]
  outcomes: Partial<Record<"delivered" | "opened" | "clicked", string>>
  /** Of a step that was not sent: every gate, in the order in which they are asked. */
  gates?: GateResult[]
}

/** `is` and `change` of one that did not let the step through: what the person had, and the least that would have done. */
export interface GateResult {
  gate: string
  passed: boolean
  is?: string
  change?: string
}

export interface WhyNotCondition {
  condition: string
  is: string
}

/** A scenario that did not start: what was not met, what was, and the least that would start it. */
export interface WhyNot {
  scenario: string
  unmet: WhyNotCondition[]
  met: WhyNotCondition[]
  change: string[]
}

export interface Finding {
  kind: FindingKind
  severity: "error" | "warning" | "info"
  at: string
  person: string | null
  scenario: string | null
  step: string | null
  channel: string | null
  reason: string | null
  evidence: string[]
  text: string
  /** Of a line that cannot be used, from 1. */
  line?: number
}

export interface StepTotals {
  planned: number
  sent: number
  late: number
  missed: number
  skipped: number
  opened: number
  clicked: number
}

export interface ScenarioTotals {
  entered: number
  active: number
  converted: number
  exited: number
  steps: Record<string, StepTotals>
}

export interface ChannelTotals {
  expected: number
  sent: number
  delivered: number
  opened: number
  clicked: number
  failed: number
  missed: number
  cost: number
  conversions: number
}

export interface Totals {
  scenarios: Record<string, ScenarioTotals>
  channels: Record<string, ChannelTotals>
  stages: Record<string, { reached: number; now: number }>
  mix: Partial<Record<MessageType, { sent: number; share: number | null; target: number }>>
}

/** A line of a log that could not be used. `at` in ms UTC where it could be read. */
export interface LogProblem {
  line: number
  reason: string
  at?: number
}
