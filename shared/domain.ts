/** The domain as the extension imports it (`extension/domain.js` is this file, bundled). Everything here is pure. */
export type { ChannelReach } from "./engine/channel-reach"
export { graceMs } from "./engine/grace"
export {
  AUDIT_FILE_CHARACTERS,
  type AuditFile,
  type FileProblem,
  readAuditFile,
  writeAuditFile,
} from "./export/audit-file"
export { type MaskedEvents, maskEvents } from "./export/mask-events"
export { writeCsv, writeNdjson } from "./export/write-csv"
export * from "./exports"
export { matchesSite } from "./map/site-patterns"
export { wordsOf } from "./map/text"
export type { Touchpoint } from "./map/touchpoint"
