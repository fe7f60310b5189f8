/**
 * The domain as the extension imports it (`extension/domain.js` is this file, bundled). Everything here is pure.
 */
export type { CommunicationMap } from "./map/communication-map"
export type { MapProblem } from "./map/map-problem"
export { parseMap } from "./map/parse-map"
export { wordsOf } from "./map/text"
