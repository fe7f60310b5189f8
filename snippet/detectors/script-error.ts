import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { countOnce } from "../once-a-visit"
import { copyError, describeError, ERROR_PUSH } from "../script-errors"
import { dropMissing } from "../text"

/** `js_error`: an error of the page that nobody caught, each once a visit. What extensions throw is theirs. */
export const scriptError = defineDetector({
  name: "script-error",
  start(report, _signal, around) {
    const isFirst = countOnce(around)
    const tell = (copy: unknown, cause?: Event) => {
      const error = copy ? describeError(copy) : undefined
      if (!error || !isFirst(error.message)) return
      const { message, file, line } = error
      const props = { message, file: (file && cleanUrl(file)) || undefined, line }
      report({ name: "js_error", source: "page", props: dropMissing(props), ...(cause && { cause }) })
    }
    for (const type of ["error", "unhandledrejection"])
      around.listen(type, (event) => tell(copyError(event), event))
    // From the extension's own world these events cannot be heard: the tap hands them over.
    around.pushes?.((push) => Array.isArray(push) && push[0] === ERROR_PUSH && tell(push[1]))
  },
})
