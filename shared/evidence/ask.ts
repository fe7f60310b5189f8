import { text } from "./read-json"
import { SourceFault } from "./source-problem"
import { type WebAnswer, type WebCaller, WebFault } from "./web"

export interface Asked {
  /** A path below the source's address, or a whole address of the same origin. */
  path: string
  query?: Record<string, string | number | null | undefined>
  headers?: Record<string, string>
  /** Sent as JSON; its presence makes the request a POST. */
  json?: unknown
}

/** Asks the one service of a source for JSON. Throws `SourceFault`. */
export type Ask = (asked: Asked) => Promise<unknown>

/** Difference between two clocks that is worth a word. */
const WRONG_CLOCK_MS = 120_000

export interface Line {
  ask: Ask
  /** How much the service's clock is ahead of ours, ms, where that is more than two minutes. */
  skewMs(): number | null
}

/**
 * The line to one service. Nothing leaves its origin: a page's "next" address that points elsewhere would carry the
 * token there.
 */
export function openLine(base: string, call: WebCaller, now: () => number): Line {
  const { origin } = new URL(base)
  let skew: number | null = null
  return {
    skewMs: () => skew,
    async ask({ path, query = {}, headers = {}, json }) {
      const url = new URL(/^https?:/.test(path) ? path : `${base}${path}`)
      if (url.origin !== origin) throw new SourceFault({ code: "left-origin" })
      for (const [name, value] of Object.entries(query))
        if (value !== null && value !== undefined && value !== "") url.searchParams.set(name, String(value))
      const answer = await callOnce(call, {
        method: json === undefined ? "GET" : "POST",
        url: url.href,
        headers: {
          Accept: "application/json",
          ...(json !== undefined && { "Content-Type": "application/json" }),
          ...headers,
        },
        ...(json !== undefined && { body: JSON.stringify(json) }),
      })
      const at = now()
      const told = Date.parse(answer.header("date") ?? "")
      if (Number.isFinite(told)) skew = Math.abs(told - at) > WRONG_CLOCK_MS ? told - at : null
      refuseStatus(answer, at)
      try {
        return JSON.parse(answer.text)
      } catch {
        throw new SourceFault({ code: "not-json" })
      }
    },
  }
}

async function callOnce(call: WebCaller, request: Parameters<WebCaller>[0]): Promise<WebAnswer> {
  try {
    return await call(request)
  } catch (error) {
    // Whatever else is thrown may quote the request, and with it the token.
    throw new SourceFault({ code: error instanceof WebFault ? error.code : "unreachable" })
  }
}

function refuseStatus(answer: WebAnswer, at: number): void {
  const { status } = answer
  if (status >= 200 && status < 300) return
  const comeAgainAt = readComeAgain(answer, at)
  const again = comeAgainAt === null ? {} : { comeAgainAt }
  if (status === 401) throw new SourceFault({ code: "unauthorised" })
  if (status === 403) {
    const isCors = /cors violation/i.test(answer.text.slice(0, 500))
    throw new SourceFault({ code: isCors ? "cors-blocked" : "forbidden" })
  }
  if (status === 404) throw new SourceFault({ code: "not-found" })
  if (status === 429 || (status === 503 && comeAgainAt !== null))
    throw new SourceFault({ code: "rate-limited", ...again })
  if (status >= 500) throw new SourceFault({ code: "server-error", detail: String(status), ...again })
  if (status === 0 || (status >= 300 && status < 400)) throw new SourceFault({ code: "redirected" })
  throw new SourceFault({ code: "unexpected-status", detail: String(status) })
}

/** Nobody waits longer than this because a header says so. */
const MOST_WAIT_MS = 24 * 3_600_000

/** `Retry-After` in seconds or as a date, else the reset times that Brevo and SendGrid tell. ms UTC. */
function readComeAgain(answer: WebAnswer, at: number): number | null {
  const after = answer.header("retry-after")?.trim()
  if (after && /^\d+(\.\d+)?$/.test(after)) return at + Math.min(Number(after) * 1000, MOST_WAIT_MS)
  const date = Date.parse(after ?? "")
  if (Number.isFinite(date)) return Math.min(Math.max(date, at), at + MOST_WAIT_MS)
  for (const name of ["x-ratelimit-reset", "x-sib-ratelimit-reset"]) {
    const told = Number(answer.header(name) ?? Number.NaN)
    if (!Number.isFinite(told) || told < 0) continue
    // Some tell the second since 1970 at which it is over, some the seconds until then.
    const until = told > 1_000_000_000 ? told * 1000 : at + told * 1000
    return Math.min(Math.max(until, at), at + MOST_WAIT_MS)
  }
  return null
}

/** The address without what may follow its path; refuses what is no http or https address. */
export function readBase(given: string | undefined): string {
  let url: URL
  try {
    url = new URL((given ?? "").trim())
  } catch {
    throw new SourceFault({ code: "bad-address" })
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new SourceFault({ code: "bad-address" })
  return `${url.origin}${url.pathname.replace(/\/+$/, "")}`
}

/** The header of HTTP basic authentication. */
export function basicAuth(user: string, password: string): Record<string, string> {
  const bytes = new TextEncoder().encode(`${user}:${password}`)
  return { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` }
}

/** The list that a service documents; anything else at this place is another service. */
export function documentedList(value: unknown, ...names: string[]): unknown[] {
  for (const name of names) {
    const found = name === "" ? value : (value as Record<string, unknown> | null)?.[name]
    if (Array.isArray(found)) return found
  }
  throw new SourceFault({ code: "wrong-shape" })
}

/** Basic authentication where the person has filled it in. */
export function optionalLogin(settings: Readonly<Record<string, string>>): Record<string, string> {
  const user = text(settings.user)
  return user === null ? {} : basicAuth(user, settings.password ?? "")
}
