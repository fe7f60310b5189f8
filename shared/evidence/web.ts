/**
 * The network as a connector sees it. `shared/` has none of its own: the worker hands in its fetch, the command Node's.
 */
export interface WebRequest {
  method: "GET" | "POST"
  url: string
  headers: Record<string, string>
  body?: string
}

export interface WebAnswer {
  status: number
  /** Null where the server has not said it, or the browser does not show it. Names in any letter case. */
  header(name: string): string | null
  text: string
}

/** Asks once, follows no redirection, and gives up after a while. Throws `WebFault` where no answer came. */
export type WebCaller = (request: WebRequest) => Promise<WebAnswer>

/** Why there was no answer at all. A browser does not tell DNS from TLS: there it is `unreachable`. */
export type WebFaultCode = "dns" | "refused" | "tls" | "timeout" | "offline" | "too-large" | "unreachable"

export class WebFault extends Error {
  constructor(readonly code: WebFaultCode) {
    super(code)
  }
}

/** The most that is read of one answer, in bytes. */
export const MOST_ANSWER_BYTES = 8 * 1024 * 1024
