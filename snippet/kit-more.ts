import { asFields, complete, readFields, readGa4, readItems } from "../shared/log/ga4-push"
import { amounts } from "./amounts"
import { combining, createCombiner } from "./combine"
import { completeEvent } from "./complete-event"
import { dataLayer } from "./detectors/data-layer"
import { looks, watchPage } from "./page-changes"
import { termNames } from "./term-names"
import { dropMissing, readText } from "./text"
import { isToldAgain } from "./told-again"

/** What `cuelight-more.js` adds to `kit.ts` for the files that come after it. */
export const kitOfMore: unknown[] = [
  asFields,
  complete,
  readFields,
  readGa4,
  readItems,
  amounts,
  combining,
  createCombiner,
  completeEvent,
  dataLayer,
  looks,
  watchPage,
  termNames,
  dropMissing,
  readText,
  isToldAgain,
]
