/** The package as a library: `import { audit, parseMap } from "cuelight"`. The same engine as behind `cuelight audit`. */
export { type AuditOptions, type RunningAudit, startAudit } from "./engine/journey"
export * from "./exports"
export { dialectNames, writeEvent, writtenDialectNames } from "./log/dialects"
export {
  type BadLine,
  type LogEntry,
  type LogOptions,
  type LogReader,
  readLog,
  readWholeLog,
  startLog,
} from "./log/read-log"
export { writeJunit } from "./report/junit"
