import { asFields, complete, readGa4, readItems, rename } from "../shared/log/ga4-push"
import { amounts } from "./amounts"
import { controls } from "./cart-item"
import { isCartControl } from "./cart-words"
import { cleanUrl } from "./clean-url"
import { type Detector, defineDetector, type ProblemCode } from "./detector"
import { findTarget } from "./gestures"
import type { Consents, Identity } from "./identity"
import { loadBeside } from "./load-more"
import { dropMissing, readText, simplify } from "./product"
import type { RecorderHost } from "./recorder"
import { termNames } from "./search-form"

/**
 * What `cuelight.js` hands to `cuelight-more.js`, by place: so the second file carries no code a second time, and the
 * page gets no global. A module named here is never bundled into the second file (`vite.config.ts` reads this list);
 * what the second file imports from it and is not in the list does not build. Both files are of one version.
 */
export const kit = [
  amounts,
  asFields,
  complete,
  readGa4,
  readItems,
  rename,
  cleanUrl,
  findTarget,
  dropMissing,
  readText,
  simplify,
  controls,
  isCartControl,
  loadBeside,
  termNames,
  defineDetector,
]

/** What the second file brings. */
export interface Extension {
  detectors: readonly Detector[]
  /** Called once with what else the second file may use of the first. The promise: when it knows all that it will look for. */
  join(inside: Inside): Promise<void> | undefined
}

/** The inside of the recorder, for what is rare enough to come later. */
export interface Inside {
  script: HTMLScriptElement | null
  /** What the tag says, or who bundles the recorder. */
  options: DOMStringMap
  /** What can be called on `cuelight` and pushed to its list; may be added to, and wrapped. */
  methods: Record<string, (values: unknown[], at?: number) => unknown>
  /** As they are decided; the same object always. */
  consents: Consents
  who(): Identity
  /** Takes a visitor's choice, from wherever it comes. */
  decide(told: Consents): void
  problem(code: ProblemCode, detail: string): void
  host: RecorderHost
}
