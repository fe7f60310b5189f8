import { createReadStream, existsSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join, resolve, sep } from "node:path"
import { build } from "vite"

const own = {
  source: import.meta.dirname,
  pages: ["page.html", "frame.html", "options.html"],
  built: "test/results/overlay-harness",
}
const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
}

/** The real components, built into small pages and served on the loopback address. */
export async function serveHarness({
  source,
  pages,
  built: folder,
} = own): Promise<{ address: string; close(): Promise<void> }> {
  const built = resolve(folder)
  await build({
    root: source,
    configFile: false,
    base: "./",
    publicDir: false,
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: built,
      emptyOutDir: true,
      target: "es2022",
      // As Plasmo leaves it: an older target would take `light-dark()` apart.
      cssTarget: ["chrome130", "firefox128"],
      rolldownOptions: {
        input: pages.map((name) => join(source, name)).filter((path) => existsSync(path)),
      },
    },
  })
  const server = createServer((request, response) => {
    const path = resolve(join(built, new URL(request.url ?? "/", "http://localhost").pathname))
    if (!path.startsWith(built + sep) || !existsSync(path)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream" })
    createReadStream(path).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
