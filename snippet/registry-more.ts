import type { Detector } from "./detector"
import { arrival } from "./detectors/arrival"
import { formAbandon } from "./detectors/form-abandon"
import { formError } from "./detectors/form-error"
import { link } from "./detectors/link"
import { search } from "./detectors/search"
import { sentForm } from "./detectors/sent-form"

/** What `cuelight-more.js` adds when the page is idle, the most useful first; a test counts its bytes. One line a detector. */
export const moreDetectors: readonly Detector[] = [arrival, formError, formAbandon, sentForm, search, link]
