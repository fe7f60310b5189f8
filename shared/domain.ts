/** The domain as the extension imports it (`extension/domain.js` is this file, bundled). Everything here is pure. */
export { checkEvent } from "./check/check-event"
export type { EventRemark } from "./check/event-remark"
export { type MapExpectations, readExpectations } from "./check/map-expectations"
export type { ChannelReach } from "./engine/channel-reach"
export type { PersonExplanation } from "./engine/explain-person"
export type { Asked, Change, EarlierOutcome, Explanation, Length, Standing } from "./engine/explanation"
export { graceMs } from "./engine/grace"
export { audit, type Journey, startJourney } from "./engine/journey"
export type { ToldGate } from "./engine/step-gates"
export type { ScenarioExplanation } from "./engine/why-not"
export { type ParsedEvent, parseEvent, type TouchpointEvent } from "./event"
export { AddressBook, normalise as normaliseAddress } from "./evidence/address-book"
export type { Connector, Field, Settings } from "./evidence/connector"
export { mappingOf } from "./evidence/connectors/json"
export { EVIDENCE_KINDS, type EvidenceDraft } from "./evidence/draft"
export {
  type ExpectedMail,
  findExpectedMail,
  isMailChannel,
  listExpectedMail,
} from "./evidence/expected-mail"
export { explainMatch, type MatchRule } from "./evidence/explain-match"
export { MEANINGS, type Meaning, TIMES } from "./evidence/file/column-names"
export { ENCODINGS, type Encoding } from "./evidence/file/decode-bytes"
export { type FileMapping, readMapping } from "./evidence/file/file-mapping"
export { findLists, tableOfEntries } from "./evidence/file/flatten-json"
export { type Doubt, guessColumns, listDoubts } from "./evidence/file/guess-columns"
export { type FileEvidence, readRows, spansOf } from "./evidence/file/read-rows"
export { type FileTables, readTables } from "./evidence/file/read-tables"
export {
  cellText,
  FileFault,
  type FileFaultCode,
  MOST_FILE_BYTES,
  type RowFault,
  signatureOf,
  type Table,
} from "./evidence/file/table"
export { makeEvents } from "./evidence/make-events"
export { addMatchRule, generalise, type MatchName } from "./evidence/match-rule"
export { openWeb } from "./evidence/open-web"
export { completeSettings, newSourceState, type Poll, poll, type SourceState } from "./evidence/poll"
export { at as valueAt } from "./evidence/read-json"
export { connectors, findConnector } from "./evidence/registry"
export type { SourceProblem, SourceProblemCode } from "./evidence/source-problem"
export { carryOn, joinSpans, type WatchedSpan } from "./evidence/spans"
export type { WebCaller } from "./evidence/web"
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
export { NOTHING_SEEN, type SeenNames } from "./map/guide/known-names"
export { matchesSite } from "./map/site-patterns"
export { wordsOf } from "./map/text"
export type { Touchpoint } from "./map/touchpoint"
