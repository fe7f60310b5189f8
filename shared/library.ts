/**
 * The package as a library: `import { audit, parseMap } from "cuelight"`. The same engine as in the extension and behind
 * `cuelight audit`, pure as they are: no clock, no files, no network. Times are ms UTC going in, ISO 8601 coming out.
 */
export type {
  AuditResult,
  ChannelTotals,
  Finding,
  LogProblem,
  PersonResult,
  RunResult,
  RunStatus,
  ScenarioTotals,
  StepResult,
  StepStatus,
  StepTotals,
  Totals,
  WhyNot,
} from "./engine/audit-result"
export { type Coverage, parseCoverage } from "./engine/coverage"
export type { FindingKind } from "./engine/finding"
export {
  type AuditOptions,
  audit,
  type Journey,
  type RunningAudit,
  startAudit,
  startJourney,
} from "./engine/journey"
export { type ParsedEvent, parseEvent, type TouchpointEvent } from "./event"
export type { Language } from "./language"
export type { Finding as LintFinding } from "./lint/finding"
export { lint, type ReadMap, readForLint } from "./lint/lint"
export {
  type BadLine,
  type LogEntry,
  type LogOptions,
  type LogReader,
  readLog,
  readWholeLog,
  startLog,
} from "./log/read-log"
export type { CommunicationMap } from "./map/communication-map"
export type { MapProblem } from "./map/map-problem"
export { type ParsedMap, parseMap } from "./map/parse-map"
export { writeJunit } from "./report/junit"
export { type StarterMapId, starterMaps } from "./starter-maps/bundled"
