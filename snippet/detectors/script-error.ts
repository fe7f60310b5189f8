import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { dropMissing } from "../product"
import { describeError, ERROR_PUSH } from "../script-errors"

const MOST_A_VISIT = 10

/** `js_error`: an error of the page that nobody caught, each once a visit. What extensions throw is theirs. */
export const scriptError = defineDetector({
  name: "script-error",
  start(report, signal, { listen, onVisit, pushes }) {
    let told = new Set<string>()
    onVisit(() => {
      told = new Set()
    })
    const tell = (error: Record<string, unknown> | undefined) => {
      const message = error?.message
      if (typeof message !== "string" || told.has(message) || told.size >= MOST_A_VISIT) return
      told.add(message)
      const file = typeof error?.file === "string" ? cleanUrl(error.file) : ""
      const line = typeof error?.line === "number" ? error.line : undefined
      const props = dropMissing({ message: message.slice(0, 200), file: file || undefined, line })
      report({ name: "js_error", source: "page", props })
    }
    listen("error", (event) => tell(describeError(event)))
    listen("unhandledrejection", (event) => tell(describeError(event)))
    // From the extension's own world these events cannot be heard: the tap hands them over.
    const stop = pushes?.((push) => {
      if (Array.isArray(push) && push[0] === ERROR_PUSH) tell(push[1])
    })
    if (stop) signal.addEventListener("abort", stop)
  },
})
