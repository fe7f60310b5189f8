import type { WebFaultCode } from "./web"

/** What can be wrong with a source of evidence. Never holds a token, nor an answer's text. */
export type SourceProblemCode =
  | WebFaultCode
  | "bad-address" // no http or https address
  | "setting-missing" // `detail` is the field
  | "unauthorised" // 401: the token or password is not the right one
  | "forbidden" // 403: the token may not do this
  | "cors-blocked" // 403 of Mailpit, which looks at who asks
  | "not-found" // 404: something else lives at this address
  | "rate-limited" // 429, or 503 with a time
  | "server-error" // `detail` is the status
  | "unexpected-status" // `detail` is the status
  | "redirected" // to another address, where the token would go along
  | "not-json"
  | "wrong-shape" // JSON, but not what this service documents
  | "left-origin" // the next page would be at another origin
  | "refused-by-service" // an error inside an answer of status 200; `detail` is its number
  | "file-unreadable"
  | "no-permission" // Chrome has not been asked, or the person has taken it back

export interface SourceProblem {
  code: SourceProblemCode
  detail?: string
  /** The service says when to come again: ms UTC. */
  comeAgainAt?: number
}

/** Ends a poll. What has been read before is kept, and the next poll goes on from there. */
export class SourceFault extends Error {
  constructor(readonly problem: SourceProblem) {
    super(problem.code)
  }
}

/** What is wrong, in words for the terminal. `title` is the service's name. */
export function describeProblem({ code, detail }: SourceProblem, title: string): string {
  const said = sentences[code]
  return `${title}: ${said.replace("{detail}", detail ?? "?")}`
}

const sentences: Record<SourceProblemCode, string> = {
  dns: "no server has this name; check the address",
  refused: "nothing listens at this address; is the service running?",
  tls: "the server's certificate is not trusted; check that the address is the right one",
  timeout: "no answer in time; try again, or check the address",
  offline: "this machine is offline",
  "too-large": "the answer is larger than 8 MiB",
  unreachable: "no connection; check the address, that the service runs, and its certificate",
  "bad-address": "an address begins with http:// or https://",
  "setting-missing": "`{detail}` is missing",
  unauthorised: "the token or password is not accepted (401)",
  forbidden: "the token may not read this (403)",
  "cors-blocked":
    "Mailpit refuses requests of other origins (403); start it with --api-cors=* or MP_API_CORS=*",
  "not-found": "there is no such thing at this address (404); is it really this service?",
  "rate-limited": "too many requests; it goes on later by itself",
  "server-error": "the service is in trouble (status {detail}); it goes on later by itself",
  "unexpected-status": "unexpected answer (status {detail})",
  redirected: "the address leads somewhere else; give the final address",
  "not-json": "the answer is no JSON; is it really this service?",
  "wrong-shape": "the answer is not what this service documents; is it really this service?",
  "left-origin": "the service's next page is at another origin; nothing was sent there",
  "refused-by-service": "the service refuses (error {detail})",
  "file-unreadable": "the file cannot be read",
  "no-permission": "Chrome has not been allowed to ask this address",
}
