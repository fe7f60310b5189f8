import type { Detector } from "./detector"
import { formAbandon } from "./detectors/form-abandon"
import { formError } from "./detectors/form-error"
import { sentForm } from "./detectors/sent-form"

/** What `cuelight-forms.js` adds where a page has a form: what it means to send it, refusals, and who gives it up. One line a detector. */
export const formsDetectors: readonly Detector[] = [formError, formAbandon, sentForm]
