/**
 * What the extension and those who install the package both get. Everything here is pure: no clock, no files, no network.
 * Times are ms UTC going in, ISO 8601 coming out.
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
export { audit, type Journey, startJourney } from "./engine/journey"
export { type ParsedEvent, parseEvent, type TouchpointEvent } from "./event"
export type { Language } from "./language"
export type { Finding as LintFinding } from "./lint/finding"
export { lint, type ReadMap, readForLint } from "./lint/lint"
export type { CommunicationMap } from "./map/communication-map"
export { type CursorPlace, describeCursor } from "./map/guide/describe-cursor"
export { describePlace, type MapPlace } from "./map/guide/describe-place"
export { type JsonSchema, writeJsonSchema } from "./map/guide/json-schema"
export type { DocumentPath, MapProblem } from "./map/map-problem"
export { type ParsedMap, parseMap } from "./map/parse-map"
export { type StarterMapId, starterMaps } from "./starter-maps/bundled"
