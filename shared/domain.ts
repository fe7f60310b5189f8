/**
 * The domain as the extension imports it (`extension/domain.js` is this file, bundled). Everything here is pure.
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
export type { ChannelReach } from "./engine/channel-reach"
export { type Coverage, parseCoverage } from "./engine/coverage"
export type { FindingKind } from "./engine/finding"
export { graceMs } from "./engine/grace"
export { audit, type Journey, startJourney } from "./engine/journey"
export { type ParsedEvent, parseEvent, type TouchpointEvent } from "./event"
export {
  AUDIT_FILE_CHARACTERS,
  type AuditFile,
  type FileProblem,
  readAuditFile,
  writeAuditFile,
} from "./export/audit-file"
export { type MaskedEvents, maskEvents } from "./export/mask-events"
export { writeCsv, writeNdjson } from "./export/write-csv"
export type { Language } from "./language"
export type { Finding as LintFinding } from "./lint/finding"
export { lint, type ReadMap, readForLint } from "./lint/lint"
export type { CommunicationMap } from "./map/communication-map"
export { type CursorPlace, describeCursor } from "./map/guide/describe-cursor"
export { describePlace, type MapPlace } from "./map/guide/describe-place"
export { type JsonSchema, writeJsonSchema } from "./map/guide/json-schema"
export type { DocumentPath, MapProblem } from "./map/map-problem"
export { parseMap } from "./map/parse-map"
export { matchesSite } from "./map/site-patterns"
export { wordsOf } from "./map/text"
export type { Touchpoint } from "./map/touchpoint"
export { type StarterMapId, starterMaps } from "./starter-maps/bundled"
