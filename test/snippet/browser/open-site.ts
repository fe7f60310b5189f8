import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { BrowserContext, Page } from "playwright"
import { beforeAll, onTestFinished } from "vitest"
import { buildBundle } from "../build-bundle"

export interface SiteEvent {
  id: string
  name: string
  at: number
  person: string
  user?: string
  session: string
  source: string
  page?: { url: string; title: string; referrer: string }
  campaign?: Record<string, string>
  gesture?: { type: string; target: string; at: number } | null
  props: Record<string, unknown> & { items?: Record<string, unknown>[] }
}

export interface Site {
  origin: string
  /** Bodies of what reached the collector. */
  batches: { batch: Record<string, unknown>[]; sentAt: string; writeKey?: string }[]
  /** Paths that were asked for, in order. */
  requests: string[]
  /** What the collector answers from now on. */
  answer: number
  /** With these headers. */
  answerHeaders: Record<string, string>
  /** A longer body is answered with 413. */
  mostCharacters: number
  /** What came to `/v1/t`, `/v1/p` and `/v1/i`: Segment's addresses for single messages. */
  messages: Record<string, unknown>[]
  headers: Record<string, string | string[] | undefined>[]
}

interface Answer {
  body: string
  headers?: Record<string, string>
}

// A busy machine builds longer than a test may take, and than a page waits for what it asks for.
beforeAll(async () => {
  for (const mode of ["snippet", "more", "notes", "replay", "shop", "forms", "rules", "setup"] as const)
    await buildBundle(mode)
}, 120_000)

/** A site on the loopback address with the built snippet at `/cuelight.js`, its further files beside it, and a collector at `/v1/batch`. */
export async function openSite(pages: Record<string, string | Answer>): Promise<Site> {
  const scripts: Record<string, string> = {
    "/cuelight.js": await buildBundle("snippet"),
    "/cuelight-more.js": await buildBundle("more"),
    "/cuelight-replay.js": await buildBundle("replay"),
  }
  const site: Site = {
    origin: "",
    batches: [],
    messages: [],
    requests: [],
    answer: 200,
    answerHeaders: {},
    mostCharacters: Number.POSITIVE_INFINITY,
    headers: [],
  }
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname
    site.requests.push(path)
    if (/^\/v1\/(batch|[tpi])$/.test(path)) {
      let body = ""
      request.on("data", (piece) => {
        body += piece
      })
      request.on("end", () => {
        const answer = body.length > site.mostCharacters ? 413 : site.answer
        if (request.method === "POST" && answer === 200)
          if (path === "/v1/batch") site.batches.push(JSON.parse(body))
          else site.messages.push(JSON.parse(body))
        site.headers.push({ ...request.headers, method: request.method })
        response.writeHead(answer, { "access-control-allow-origin": "*", ...site.answerHeaders }).end("{}")
      })
      return
    }
    const further = /^\/cuelight-(notes|rules|shop|forms|setup|experience)\.js$/.exec(path)?.[1] as
      | "notes"
      | "rules"
      | "shop"
      | "forms"
      | "setup"
      | "experience"
      | undefined
    if (further) scripts[path] ??= await buildBundle(further)
    const script = pages[path] === undefined ? scripts[path] : undefined
    const found = script ? { body: script, headers: { "content-type": "text/javascript" } } : pages[path]
    if (!found) return response.writeHead(404).end()
    const { body, headers } = typeof found === "string" ? { body: found, headers: {} } : found
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  site.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return site
}

/** A page of a fresh browser profile, with everything it throws. */
export async function openTab(context: BrowserContext): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage()
  onTestFinished(() => page.close())
  const errors: string[] = []
  page.on("pageerror", (error) => errors.push(String(error)))
  return { page, errors }
}

/** Everything recorded, held events included. */
export function readHistory(page: Page): Promise<SiteEvent[]> {
  return page.evaluate("cuelight.flush().then(() => cuelight.history())")
}

/** Waits until the page's recorder has told what is asked for, and gives all of it. */
export async function waitForEvents(
  page: Page,
  isThere: (events: SiteEvent[]) => boolean,
): Promise<SiteEvent[]> {
  const until = Date.now() + 10_000
  for (;;) {
    const events: SiteEvent[] = await page.evaluate("window.cuelight?.version ? cuelight.history() : []")
    if (isThere(events)) return events
    if (Date.now() > until)
      throw new Error(`Never came: ${JSON.stringify(events.map(({ name, source }) => [name, source]))}`)
    await page.evaluate("new Promise(requestAnimationFrame)")
  }
}

export const tag = (attributes = "") => `<script async src="/cuelight.js" ${attributes}></script>`
export const count = (events: SiteEvent[], name: string) =>
  events.filter((event) => event.name === name).length
