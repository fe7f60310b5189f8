import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Recorder } from "./recorders"

export interface BenchSite {
  /** The page with that recorder; `host` separates what pages store. */
  address(host: string, recorder: string, collector: string, isPrecise?: boolean): string
  close(): void
}

const isOwn = (name: string) => name === "cuelight"

function composeHead(recorder: Recorder | undefined, collector: string): string {
  const file = recorder?.files[0]?.name
  if (!recorder || !file) return "<script>ready = true</script>"
  return isOwn(recorder.name)
    ? `<script src="/script/${file}" data-site="bench" data-endpoint="${collector}/v1/batch"></script>
       <script>bench = { track: (name, props) => cuelight.track(name, props) }; ready = true</script>`
    : `<script src="/script/${file}"></script><script>Promise.resolve(bench.start("${collector}")).then(() => { ready = true })</script>`
}

/**
 * Pages of one shop, each with one recorder, or none. `isPrecise` isolates the page, for which the browser gives clocks
 * of microseconds.
 */
export async function openSite(recorders: readonly Recorder[]): Promise<BenchSite> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://site")
    const files = recorders.flatMap(({ files, byNeed = [] }) => [...files, ...byNeed])
    const file = files.find(({ name }) => pathname === `/script/${name}`)
    const isolated = searchParams.has("precise") && {
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-embedder-policy": "require-corp",
    }
    if (file)
      return response
        .writeHead(200, { "content-type": "text/javascript", "cross-origin-resource-policy": "same-origin" })
        .end(file.text)
    if (!/^\/(page|elsewhere)/.test(pathname)) return response.writeHead(404).end()
    const recorder = recorders.find(({ name }) => pathname === `/page/${name}`)
    const head = pathname === "/elsewhere" ? "" : composeHead(recorder, searchParams.get("collector") ?? "")
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8", ...isolated })
      .end(
        `<!doctype html><html lang="en"><title>Shop</title>${head}<body><h1>Shop</h1><p>Vases of glass</p><a href="/elsewhere">more</a>`,
      )
  })
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening))
  const { port } = server.address() as AddressInfo
  return {
    address: (host, recorder, collector, isPrecise = false) =>
      `http://${host}.localhost:${port}/page/${recorder}?collector=${encodeURIComponent(collector)}${isPrecise ? "&precise" : ""}`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
