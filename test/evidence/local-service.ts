import { createServer, type IncomingMessage } from "node:http"
import type { AddressInfo } from "node:net"
import type { Connector, Settings } from "../../shared/evidence/connector"
import type { EvidenceDraft } from "../../shared/evidence/draft"
import { openWeb } from "../../shared/evidence/open-web"
import { newSourceState, type Poll, poll, type SourceState } from "../../shared/evidence/poll"

export interface ServiceRequest {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage["headers"]
  body: unknown
}

export interface ServiceAnswer {
  status?: number
  headers?: Record<string, string>
  json?: unknown
  /** Instead of JSON. */
  text?: string
  /** Breaks the connection in the middle of the answer. */
  broken?: boolean
}

export interface LocalService {
  url: string
  requests: ServiceRequest[]
  close(): Promise<void>
}

/** A service on the loopback address that answers what the test says, and remembers what it was asked. */
export async function startService(
  answer: (request: ServiceRequest) => ServiceAnswer | undefined,
): Promise<LocalService> {
  const requests: ServiceRequest[] = []
  const server = createServer(async (incoming, outgoing) => {
    let text = ""
    for await (const chunk of incoming) text += chunk
    const url = new URL(incoming.url ?? "/", "http://service.test")
    const request = {
      method: incoming.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: text === "" ? null : JSON.parse(text),
    }
    requests.push(request)
    const { status = 200, headers = {}, json, text: given, broken } = answer(request) ?? { status: 404 }
    // Its clock is the test's business.
    outgoing.sendDate = false
    const body = given ?? JSON.stringify(json ?? null)
    if (broken) {
      outgoing.writeHead(200, { "Content-Length": String(body.length + 100) })
      outgoing.write(body, () => outgoing.destroy())
      return
    }
    outgoing.writeHead(status, { "Content-Type": "application/json", ...headers })
    outgoing.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

export const call = openWeb({ fetch, endAfter: (ms) => AbortSignal.timeout(ms) })

export interface PassOptions {
  now?: number
  since?: number
  keptSince?: number
  state?: SourceState
}

/** Polls until the pass is whole, or something is wrong. Of `given` the texts are the settings. */
export async function readPass(
  connector: Connector,
  given: object,
  {
    now = Date.now(),
    since = now - 86_400_000,
    keptSince = since,
    state = newSourceState(),
  }: PassOptions = {},
): Promise<Poll & { polls: number }> {
  const settings: Settings = Object.fromEntries(
    Object.entries(given).filter(([, value]) => typeof value === "string"),
  )
  const evidence: EvidenceDraft[] = []
  let unreadable = 0
  for (let polls = 1; ; polls++) {
    const read = await poll({ connector, settings, state, now, since, keptSince, call })
    evidence.push(...read.evidence)
    unreadable += read.unreadable
    state = read.state
    if (!read.more) return { ...read, evidence, unreadable, polls }
    if (polls > 100) throw new Error("The pages do not end.")
  }
}
