import type { Markup } from "./markup"
import type { Identity, Item, Page, Signal } from "./page"
import { type DocumentOptions, renderBody } from "./page-frame"
import { wordsOf } from "./words"

/**
 * The shop's own script, as a shop would have it: data layer, calls to the recorder, and in the single-page variant the
 * rendering. It knows nothing of Cuelight but the public calls of the script tag.
 */

interface SnippetCalls {
  track(name: string, props?: Record<string, unknown>): void
  identify(user: string, traits?: Record<string, unknown>): void
  consent(decisions: Record<string, unknown>): void
}

declare global {
  interface Window {
    dataLayer?: unknown[]
    cuelight?: SnippetCalls
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(text: string): string },
      ): { createHTML(text: string): unknown }
    }
  }
}

interface Posted {
  location?: string
  page?: Page
  cartCount?: number
}

const readBlock = <T>(id: string): T | null => {
  const text = document.getElementById(id)?.textContent
  return text ? (JSON.parse(text) as T) : null
}

const settings = readBlock<DocumentOptions>("shop-settings") ?? {
  spa: false,
  dataLayer: false,
  snippet: false,
}
// Allowed by name, because the strict policy asks for Trusted Types.
const trusted = window.trustedTypes?.createPolicy("shop", { createHTML: (text) => text })
let lastShown = location.pathname + location.search

function push(signal: Signal): void {
  if (!settings.dataLayer) return
  window.dataLayer ??= []
  const { dataLayer } = window
  if (signal.ecommerce) dataLayer.push({ ecommerce: null })
  dataLayer.push(signal)
}

/** The recorder's file may still be on its way: then its calls wait for it. */
function withSnippet(use: (snippet: SnippetCalls) => void): void {
  if (!settings.snippet) return
  const { cuelight } = window
  if (cuelight) use(cuelight)
  else
    document.querySelector('script[src="/cuelight.js"]')?.addEventListener("load", () => {
      if (window.cuelight) use(window.cuelight)
    })
}

function tellIdentity(identity: Identity): void {
  const { event, user, traits, consent } = identity
  const isAccount = event === "sign_up" || event === "login"
  if (isAccount) push({ event, method: "email", user_id: user })
  withSnippet((snippet) => {
    snippet.identify(user, traits)
    if (Object.keys(consent).length > 0) snippet.consent(consent)
    if (isAccount && !settings.dataLayer) snippet.track(event, { method: "email" })
    if (event === "newsletter") snippet.track("generate_lead", { form: "newsletter" })
  })
}

function tell(notes: { signals: Signal[]; identity: Identity | null } | null): void {
  if (notes?.identity) tellIdentity(notes.identity)
  for (const signal of notes?.signals ?? []) push(signal)
}

function tellAdding(form: HTMLFormElement): void {
  const described = form.dataset.item
  if (!described) return
  const item = JSON.parse(described) as Item
  const currency = form.dataset.currency ?? ""
  const fields = new FormData(form)
  if (form.classList.contains("buy")) {
    const quantity = Number(fields.get("quantity") ?? 1)
    const value = item.price * quantity
    push({ event: "add_to_cart", ecommerce: { currency, value, items: [{ ...item, quantity }] } })
  }
}

function tellRemoving(form: HTMLFormElement): void {
  const described = form.dataset.item
  if (!described) return
  const item = JSON.parse(described) as Item
  const value = item.price * item.quantity
  push({
    event: "remove_from_cart",
    ecommerce: { currency: form.dataset.currency ?? "", value, items: [item] },
  })
}

// --- the single-page variant ---

function show(page: Page): void {
  const app = document.getElementById("app")
  if (!app) return
  const body: Markup = renderBody(page)
  // innerHTML with a policy where the page's own rules ask for one.
  app.innerHTML = (trusted?.createHTML(body.text) ?? body.text) as string
  document.title = page.title
  for (const old of document.querySelectorAll("meta[data-page]")) old.remove()
  for (const [property, content] of Object.entries(page.openGraph)) {
    const meta = document.createElement("meta")
    meta.dataset.page = ""
    meta.setAttribute("property", property)
    meta.content = content
    document.head.append(meta)
  }
  lastShown = location.pathname + location.search
  tell(page)
}

async function load(address: string): Promise<void> {
  const response = await fetch(`/api/page?path=${encodeURIComponent(address)}`)
  show((await response.json()) as Page)
  window.scrollTo(0, 0)
}

const isAddition = (form: HTMLFormElement) => form.classList.contains("buy")

function showToast(page: Page): void {
  const words = wordsOf[page.language]
  document.querySelector(".toast")?.remove()
  const toast = document.createElement("p")
  toast.className = "toast"
  toast.setAttribute("role", "status")
  const link = document.createElement("a")
  link.href = "/cart"
  link.textContent = words.viewCart
  toast.append(`${words.added}. `, link)
  document.querySelector(".page")?.append(toast)
  const count = document.querySelector("[data-cart-count]")
  if (count) count.textContent = String(page.cartCount)
  if (page.identity) tellIdentity(page.identity)
}

async function post(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const body = new URLSearchParams(
    [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]),
  )
  const response = await fetch(form.getAttribute("action") ?? "", {
    method: "POST",
    headers: { Accept: "application/json" },
    body,
  })
  const posted = (await response.json()) as Posted
  if (posted.page && isAddition(form)) showToast(posted.page)
  else if (posted.page) show(posted.page)
  else if (posted.location) await visit(posted.location)
}

async function visit(address: string): Promise<void> {
  if (settings.spa === "navigation") {
    await window.navigation.navigate(address).finished
    return
  }
  history.pushState(null, "", address)
  await load(address)
}

function startSinglePage(): void {
  if (settings.spa === "navigation") {
    window.navigation.addEventListener("navigate", (event) => {
      if (!event.canIntercept || event.hashChange || event.downloadRequest !== null || event.formData) return
      const to = new URL(event.destination.url)
      if (event.navigationType === "reload" || to.pathname.startsWith("/picture/")) return
      event.intercept({ handler: () => load(to.pathname + to.search) })
    })
  } else {
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      if (!link || link.origin !== location.origin || event.defaultPrevented) return
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      void visit(link.pathname + link.search)
    })
    window.addEventListener("popstate", () => {
      if (lastShown !== location.pathname + location.search) void load(location.pathname + location.search)
    })
  }
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement
    event.preventDefault()
    if (form.method === "post") void post(form, event.submitter)
    else {
      const query = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
      void visit(`${form.getAttribute("action")}?${query}`)
    }
  })
  void load(location.pathname + location.search)
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target as HTMLFormElement
    const submitter = event.submitter
    if (submitter instanceof HTMLButtonElement && submitter.name === "remove") tellRemoving(form)
    else tellAdding(form)
  },
  true,
)
document.addEventListener("click", (event) => {
  const close = event.target instanceof Element ? event.target.closest("[data-close-popup]") : null
  close?.closest("#welcome-popup")?.remove()
})
if (settings.spa) startSinglePage()
else tell(readBlock("shop-notes"))
