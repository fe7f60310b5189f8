import { MOST_ANSWER_BYTES, type WebCaller, WebFault, type WebFaultCode } from "./web"

/** The machine's fetch, a signal that ends after so many milliseconds, and whether there is a network at all. */
export interface Network {
  fetch: typeof globalThis.fetch
  endAfter(ms: number): AbortSignal
  isOffline?(): boolean
}

const PATIENCE_MS = 20_000

/** A caller for connectors out of a fetch: bounded in time and size, without cookies, redirections or caches. */
export function openWeb({ fetch, endAfter, isOffline }: Network): WebCaller {
  return async ({ method, url, headers, body }) => {
    if (isOffline?.()) throw new WebFault("offline")
    try {
      const response = await fetch(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        redirect: "manual",
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
        signal: endAfter(PATIENCE_MS),
      })
      const text = await readBounded(response)
      return { status: response.status, header: (name) => response.headers.get(name), text }
    } catch (error) {
      throw error instanceof WebFault ? error : new WebFault(explain(error))
    }
  }
}

async function readBounded(response: Response): Promise<string> {
  if (Number(response.headers.get("content-length") ?? 0) > MOST_ANSWER_BYTES) {
    await response.body?.cancel()
    throw new WebFault("too-large")
  }
  const reader = response.body?.getReader()
  if (!reader) return ""
  const decoder = new TextDecoder()
  let text = ""
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > MOST_ANSWER_BYTES) {
      await reader.cancel()
      throw new WebFault("too-large")
    }
    text += decoder.decode(value, { stream: true })
  }
}

const dnsCodes = new Set(["ENOTFOUND", "EAI_AGAIN", "EAI_FAIL"])
const timeoutCodes = new Set(["ETIMEDOUT", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT"])

/** Node says the cause; a browser keeps it to itself. */
function explain(error: unknown): WebFaultCode {
  const { name, cause } = error as { name?: unknown; cause?: { code?: unknown } }
  if (name === "TimeoutError" || name === "AbortError") return "timeout"
  const code = typeof cause?.code === "string" ? cause.code : ""
  if (dnsCodes.has(code)) return "dns"
  if (code === "ECONNREFUSED" || code === "ECONNRESET") return "refused"
  if (timeoutCodes.has(code)) return "timeout"
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) return "tls"
  return "unreachable"
}
