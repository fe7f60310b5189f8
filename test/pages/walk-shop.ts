import type { BrowserContext, CDPSession, Page } from "playwright"
import { injectRecorder, type PageEvent } from "./inject-recorder"

/** What a person does in a shop, and what is told of it. */
export interface Step {
  go?: string
  /** A field and what is chosen or written in it. */
  choose?: [field: string, value: string]
  press?: string
  tells: string[]
}

/** A shop in some pages. */
export interface ShopWalk {
  title: string
  lang?: string
  /** By path, or by path and query: what stands there, its head before `</head>`; JSON is an answer for scripts. */
  pages: Record<string, string>
  steps: Step[]
}

const origin = "https://shop.example"
/** The page's own time: it is looked at for the last time 4 s after it is there. */
const STEP_MS = 7_000
const SOON_MS = 700
const MOST_LOOKS = 5
const funnel =
  /^(view_item|select_item|add_to_cart|remove_from_cart|view_cart|begin_checkout|add_\w+_info|purchase|search|generate_lead|login|sign_up|contact)$/

/** An event in one line: what it is of, how many, at which price; only what is not plain. */
function sayEvent({ name, props = {} }: PageEvent): string {
  const told = props as Record<string, unknown>
  const items = (props.items ?? []).map(({ item_name, price, quantity = 1 }) =>
    [item_name, quantity === 1 ? "" : `x${quantity}`, price].filter(Boolean).join(" "),
  )
  const { transaction_id, search_term, lead_source, method, shipping_tier, payment_type, value } = told
  const about = [transaction_id, search_term, lead_source, shipping_tier, payment_type]
  const way = name === "contact" ? method : ""
  const sum = name === "purchase" ? value : ""
  return [name, ...about, way, sum, items.join(", "), props.currency].filter(Boolean).join(" ")
}

/** The page as a site serves it: the title repeats the heading, as titles do. */
function compose(page: string, lang: string): string {
  const heading = /<h[12][^>]*>(?:<[^>]*>)*([^<]+)/.exec(page)?.[1]
  const [head, body] = page.includes("</head>") ? page.split("</head>") : ["", page]
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${heading} | Kiln</title>${head}</head><body>${body}</body></html>`
}

/** Walks through a shop with the recorder: what was told at each step, in the order of the alphabet. */
export async function walkShop(
  context: BrowserContext,
  { pages, steps, lang = "en" }: ShopWalk,
): Promise<string[][]> {
  const page = await context.newPage()
  try {
    /** Another document is asked for, or has come. */
    let isAsked = false
    let hasCome = false
    page.on("framenavigated", (frame) => {
      if (frame.parentFrame()) return
      isAsked = false
      hasCome = true
    })
    await page.route("**/*", (route) => {
      const request = route.request()
      if (request.isNavigationRequest()) isAsked = true
      const { origin: from, pathname, search } = new URL(request.url())
      const asked =
        pages[`${request.method()} ${pathname}`] ?? pages[pathname + search] ?? pages[pathname] ?? ""
      // Where a form that was sent leads to; what is sent on is beyond these routes.
      const found = pages[/^> (.*)/.exec(asked)?.[1] ?? ""] ?? asked
      if (from !== origin || !found) return route.fulfill({ status: 404, body: "" })
      if (/^4\d\d$/.test(found)) return route.fulfill({ status: Number(found), body: "{}" })
      return /^[{[]/.test(found)
        ? route.fulfill({ body: found, contentType: "application/json" })
        : route.fulfill({ body: compose(found, lang), contentType: "text/html; charset=utf-8" })
    })
    const session = await context.newCDPSession(page)
    const { events } = await injectRecorder(session)
    await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "all" })
    const told: string[][] = []
    for (const step of steps) {
      const before = events.length
      let looks = 0
      let news: PageEvent[]
      await take(page, step)
      // What a page is left for goes on in the next one.
      do {
        hasCome = false
        // Not all at once: a page that is left soon must not think that it has waited for long.
        await letTimePass(session, SOON_MS)
        await page.evaluate("1")
        if (!isAsked) await letTimePass(session, STEP_MS)
        if (isAsked) await page.waitForEvent("framenavigated")
        news = events.slice(before).filter(({ name }) => funnel.test(name))
        // Another process may not have asked for the next page yet.
      } while (hasCome || (news.length < step.tells.length && looks++ < MOST_LOOKS))
      told.push(news.map(sayEvent).sort())
    }
    return told
  } finally {
    await page.close()
  }
}

/** By a script, for what the browser's own input says of its time is not the page's time. */
async function take(page: Page, { go, choose, press }: Step): Promise<void> {
  const find = (selector: string) => `document.querySelector(${JSON.stringify(selector)})`
  if (go) await page.goto(new URL(go, origin).href, { waitUntil: "commit" })
  if (choose)
    await page.evaluate(
      `${find(choose[0])}.value = ${JSON.stringify(choose[1])}; for (const type of ["input", "change"]) ${find(choose[0])}.dispatchEvent(new Event(type, { bubbles: true }))`,
    )
  if (press) await page.evaluate(`${find(press)}.click()`)
}

/** The page's own time, as fast as it can. */
async function letTimePass(session: CDPSession, budget: number): Promise<void> {
  const over = new Promise((resolve) => session.once("Emulation.virtualTimeBudgetExpired", resolve))
  await session.send("Emulation.setVirtualTimePolicy", {
    policy: "pauseIfNetworkFetchesPending",
    budget,
    maxVirtualTimeTaskStarvationCount: 10_000,
  })
  await over
}
