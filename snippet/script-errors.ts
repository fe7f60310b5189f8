/** What the tap calls an error of the page among the pushes. */
export const ERROR_PUSH = "cuelight:error"

/** Whose words are the browser's own, and no data of anybody. */
const browserErrors = /^(Type|Reference|Range|URI)Error\b/
const harmless = /ResizeObserver loop/

/**
 * The kind of an error, where it was, and what the browser says of it: what the page's own code says may be anything,
 * also what a person typed. Nothing for what extensions throw, and for what is none of a script.
 */
export function describeError(event: Event): { message: string; file?: string; line?: number } | undefined {
  const { message, filename, lineno, error, reason } = event as ErrorEvent & PromiseRejectionEvent
  const thrown: unknown = error ?? reason
  const isError = thrown instanceof Error
  if (event.type === "error" && typeof message !== "string") return
  const stack = `${filename ?? ""} ${isError ? thrown.stack : ""}`
  if (stack.includes("-extension://")) return
  const text = (isError ? `${thrown.name}: ${thrown.message}` : (message ?? "")).replace(/^Uncaught /, "")
  if (harmless.test(text) || (thrown as Error | null | undefined)?.name === "AbortError") return
  return {
    message: browserErrors.test(text)
      ? text.replace(/"[^"]*"|\S*@\S*|\d{5,}|[\w-]{32,}/g, "…").slice(0, 200)
      : (/^\w*(Error|Exception)\b/.exec(text)?.[0] ?? (text === "Script error." ? text : "Error")),
    ...(filename && { file: filename }),
    ...(lineno && { line: lineno }),
  }
}
