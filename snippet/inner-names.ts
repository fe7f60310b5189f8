/**
 * Properties by which the recorder's own parts know one another and nobody else does: not the page, the browser, the
 * journal, the collector or the replay file. The files of the script tag, which are of one build, carry them as single
 * letters (`vite.config.ts`). A test holds the list against the browser's names and against everything that is told
 * outside.
 */
export const innerNames = [
  "listen",
  "guard",
  "onVisit",
  "onLeave",
  "onAddress",
  "pushes",
  "ruleVisits",
  "onRules",
  "aboutPage",
  "prices",
  "hold",
  "settleProduct",
  "isReady",
  "settle",
  "parts",
  "isDefault",
  "told",
  "contacts",
  "held",
  "decide",
  "erase",
  "journal",
  "outbox",
  "stored",
  "erased",
  "describe",
  "carried",
  "sendSoon",
  "detectors",
  "lasting",
  "meaning",
  "tell",
  "how",
] as const
