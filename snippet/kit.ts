import { version } from "../shared/version"
import { campaignMarks } from "./campaign-marks"
import { bareName, controls, idFields, quantityFields } from "./cart-fields"
import { cleanUrl } from "./clean-url"
import { presumeConsent } from "./consent"
import { forwardMark } from "./forward-mark"
import { describeElement, findTarget } from "./gestures"
import { hear } from "./hear"
import { cookie, createId, readIdentity, writeIdentity } from "./identity"
import { lateName } from "./journal"
import { loadBeside } from "./load-more"
import { copyPlain, toJson } from "./plain-copy"
import { scrub } from "./scrub"
import { ofCart } from "./witness"

/**
 * What `cuelight.js` hands to `cuelight-more.js` and the files after it, by place: so these carry no code a second time,
 * and the page gets no global. A module named here is never bundled into them (`vite.config.ts` reads this list);
 * what they import from it and is not in the list does not build. All files are of one version.
 */
export const kit: unknown[] = [
  version,
  campaignMarks,
  bareName,
  controls,
  idFields,
  quantityFields,
  cleanUrl,
  presumeConsent,
  forwardMark,
  describeElement,
  findTarget,
  hear,
  cookie,
  createId,
  readIdentity,
  writeIdentity,
  lateName,
  loadBeside,
  copyPlain,
  toJson,
  scrub,
  ofCart,
]
