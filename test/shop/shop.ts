import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { loadAsset } from "./assets"
import type { Automation } from "./automation"
import type { Language } from "./catalogue"
import { PageComposer } from "./compose-page"
import { handlePost } from "./handle-post"
import { isHostilePath, renderHostilePage } from "./hostile-pages"
import type { ProductMarkup } from "./linked-data"
import { type DocumentOptions, renderDocument } from "./page-frame"
import { type Session, Store, startSession } from "./store"

export interface ShopOptions {
  /** 0 or none: a free one. */
  port?: number
  /** The same pages rendered in the browser; `navigation` moves between them with the Navigation API, `true` and `history` with pushState. */
  spa?: boolean | "history" | "navigation"
  /** A strict content security policy with Trusted Types. */
  csp?: boolean
  language?: Language
  /** GA4 pushes into `window.dataLayer`. */
  dataLayer?: boolean
  /** The script tag of the built recorder, with the shop's own map. */
  snippet?: boolean
  /** Attributes of the script tag beyond the usual ones, by name. */
  attributes?: Record<string, string>
  /** How products are described to machines. `?markup=` on a page's address asks for another. */
  markup?: ProductMarkup
  /** The pop-up at the third product; on by default. */
  popup?: boolean
  /** Is told of carts and orders of those who have an account, and writes to them. */
  automation?: Automation
}

export interface Shop {
  /** Without a slash at the end. */
  url: string
  close(): Promise<void>
}

const strictPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; object-src 'none'; base-uri 'none'; frame-src 'none'"

const largestBody = 64 * 1024

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ""
  for await (const chunk of request) {
    text += chunk
    if (text.length > largestBody) throw new Error("The form is too large.")
  }
  return new URLSearchParams(text)
}

const readCookie = (request: IncomingMessage) =>
  /(?:^|;\s*)shop_session=([\w-]+)/.exec(request.headers.cookie ?? "")?.[1]

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" })
  response.end(body)
}

function tellAutomation(automation: Automation | undefined, path: string, session: Session): void {
  const email = session.account?.email
  if (!automation || email === undefined) return
  if (path === "/cart/add" && session.cart.size > 0) automation.cartFilled(email, Date.now())
  if (path === "/checkout" && session.cart.size === 0) automation.ordered(email)
}

/**
 * Starts the demo shop on the loopback address and waits until it answers.
 * @throws Error when the port is taken, or the recorder is asked for and not built.
 */
export async function startShop(options: ShopOptions = {}): Promise<Shop> {
  const { port = 0, csp = false, language = "en", dataLayer = false, snippet = true } = options
  const spa = options.spa === true ? "history" : (options.spa ?? false)
  const store = new Store()
  const shown: DocumentOptions = { spa, dataLayer, snippet, attributes: options.attributes }
  if (snippet) await loadAsset("/cuelight.js")
  let composer: PageComposer | null = null

  async function answer(request: IncomingMessage, response: ServerResponse, origin: string): Promise<void> {
    composer ??= new PageComposer({
      language,
      origin,
      markup: options.markup ?? "json-ld",
      popup: options.popup ?? true,
    })
    const url = new URL(request.url ?? "/", origin)
    const asset = await loadAsset(url.pathname, url.searchParams.get("view"))
    if (asset) return send(response, 200, asset.type, asset.body)

    if (csp) response.setHeader("Content-Security-Policy", strictPolicy)
    if (isHostilePath(url.pathname)) {
      const page = renderHostilePage(url.pathname, shown)
      return send(response, 200, "text/html; charset=utf-8", page)
    }
    const { id, session } = store.openSession(readCookie(request))
    response.setHeader("Set-Cookie", `shop_session=${id}; Path=/; HttpOnly; SameSite=Lax`)
    const wantsData = request.headers.accept === "application/json"

    if (request.method === "POST") {
      const result = handlePost(url.pathname, await readForm(request), session, store, language)
      tellAutomation(options.automation, url.pathname, session)
      if (!result) return send(response, 404, "text/plain; charset=utf-8", "There is no such form.")
      if ("again" in result) {
        const page = composer.compose(new URL(result.again, origin), session, result.form)
        return wantsData
          ? send(response, 422, "application/json", JSON.stringify({ page }))
          : send(response, 422, "text/html; charset=utf-8", renderDocument(page, shown))
      }
      if (wantsData) {
        // Adding to the cart stays where it is; the page comes along for its count.
        const page =
          url.pathname === "/cart/add" ? composer.compose(new URL("/cart", origin), session) : undefined
        return send(response, 200, "application/json", JSON.stringify({ ...result, page }))
      }
      response.writeHead(303, { Location: result.location })
      response.end()
      return
    }
    if (url.pathname === "/api/page") {
      const path = url.searchParams.get("path") ?? "/"
      const page = composer.compose(new URL(path.replace(/^\/+/, "/"), origin), session)
      return send(response, 200, "application/json", JSON.stringify(page))
    }
    // The empty document of the single-page variant must not use up what is told only once.
    const visitor = spa ? startSession() : session
    const page = composer.compose(url, visitor)
    send(response, page.status, "text/html; charset=utf-8", renderDocument(page, shown))
  }

  let origin = ""
  const server = createServer((request, response) => {
    answer(request, response, origin).catch((error: unknown) => {
      if (!response.headersSent) send(response, 500, "text/plain; charset=utf-8", String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, "127.0.0.1", resolve)
  })
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
