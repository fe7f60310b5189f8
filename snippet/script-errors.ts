/** What the tap calls an error of the page among the pushes. */
export const ERROR_PUSH = "cuelight:error"

/** Whose words are the browser's own, and no data of anybody. */
const browserErrors = /^(Type|Reference|Range|URI)Error\b/
const harmless = /ResizeObserver loop/

/** What an error says of itself, as plain data; nothing where it is none of a script. Not yet fit to be told. */
export function copyError(event: Event): Record<string, unknown> | undefined {
  const { type, message, filename, lineno, error, reason } = event as ErrorEvent & PromiseRejectionEvent
  const thrown = error ?? reason
  const { name, message: words, stack } = Object(thrown)
  if (type !== "error" || typeof message === "string")
    return { message, filename, lineno, name, ...(thrown instanceof Error && { words, stack }) }
}

/**
 * The kind of an error, where it was, and what the browser says of it: what the page's own code says may be anything,
 * also what a person typed. Nothing for what extensions throw. `copy`: of `copyError`, by way of the page.
 */
export function describeError(copy: unknown): { message: string; file?: string; line?: number } | undefined {
  const { message, filename, lineno, name, words, stack } = Object(copy) as Record<string, unknown>
  if (`${filename} ${stack}`.includes("-extension://")) return
  const said = words === undefined ? message : `${name}: ${words}`
  const text = typeof said === "string" ? said.replace(/^Uncaught /, "") : ""
  if (harmless.test(text) || name === "AbortError") return
  return {
    message: browserErrors.test(text)
      ? text.replace(/"[^"]*"|\S*@\S*|\d{5,}|[\w-]{32,}/g, "…").slice(0, 200)
      : (/^\w*(Error|Exception)\b/.exec(text)?.[0] ?? (text === "Script error." ? text : "Error")),
    ...(typeof filename === "string" && filename && { file: filename }),
    ...(typeof lineno === "number" && lineno && { line: lineno }),
  }
}
