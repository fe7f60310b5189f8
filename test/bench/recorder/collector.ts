import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { setTimeout as pass } from "node:timers/promises"
import { readBody } from "./read-body"

/** As far away as a collector in the same country. */
const ANSWERS_AFTER_MS = 50

/** Events whose marker begins so only show that a visitor is back. */
export const notCounted = "back"

export interface Collector {
  origin: string
  /** While it is down it answers 503. */
  isUp: boolean
  /** How often each event of the bench has come, by the ids it came with. */
  arrivals: Map<string, (string | undefined)[]>
  /** Bodies that could not be read: an honest bench has none. */
  unread: string[]
  /** Resolves when all that is wanted has come and some time has shown doubles, or when it has long been quiet. */
  settled(wanted: number, quietMs: number): Promise<void>
  close(): void
}

/** Settings that peers fetch before they begin. */
function composeSettings(path: string, origin: string): unknown {
  const host = new URL(origin).host
  if (path.startsWith("/v1/projects/"))
    return {
      integrations: { "Segment.io": { apiKey: "bench", apiHost: `${host}/v1`, protocol: "http" } },
      plan: { track: { __default: { enabled: true } } },
    }
  if (path.startsWith("/sourceConfig"))
    return {
      source: {
        id: "bench",
        name: "bench",
        writeKey: "bench",
        enabled: true,
        workspaceId: "bench",
        updatedAt: "2026-01-01T00:00:00Z",
        config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
        destinations: [],
      },
    }
  return {}
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

/** A collector on a port of its own that speaks the dialect of every recorder in the bench, well enough. */
export async function openCollector(): Promise<Collector> {
  let lastAt = performance.now()
  const collector: Collector = {
    origin: "",
    isUp: true,
    arrivals: new Map(),
    unread: [],
    async settled(wanted, quietMs) {
      lastAt = performance.now()
      for (;;) {
        const isComplete = collector.arrivals.size >= wanted
        if (performance.now() - lastAt > (isComplete ? Math.min(quietMs, 2_000) : quietMs)) return
        await pass(50)
      }
    },
    close() {
      server.closeAllConnections()
      server.close()
    },
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const headers = {
      "access-control-allow-origin": request.headers.origin ?? "*",
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*",
      "access-control-allow-methods": "GET, POST",
      "cross-origin-resource-policy": "cross-origin",
      "content-type": "application/json",
    }
    const { isUp } = collector
    const body = await readAll(request)
    let isNews = false
    if (request.method === "POST" && isUp)
      try {
        for (const { marker, id } of readBody(body)) {
          if (marker.startsWith(notCounted)) continue
          isNews = true
          collector.arrivals.set(marker, [...(collector.arrivals.get(marker) ?? []), id])
        }
      } catch {
        collector.unread.push(`${request.url} ${body.subarray(0, 80)}`)
      }
    if (isNews || !isUp) lastAt = performance.now()
    await pass(ANSWERS_AFTER_MS)
    if (request.method === "OPTIONS") response.writeHead(204, headers).end()
    else if (request.method === "POST" && !isUp) response.writeHead(503, headers).end("{}")
    else
      response
        .writeHead(200, headers)
        .end(JSON.stringify(composeSettings(request.url ?? "", collector.origin)))
  }
  // A browser that is gone takes its connections with it.
  const server = createServer((request, response) => void answer(request, response).catch(() => {}))
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  collector.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return collector
}
