import type { Page } from "playwright"
import { expect, test } from "vitest"
import { buildBundle } from "../build-bundle"
import { openSite } from "./open-site"
import { startBrowser } from "./start-browser"

const { openTab } = startBrowser()

const vase = `<script type="application/ld+json">{"@type":"Product","name":"Blue vase","sku":"KL-1","offers":{"price":"45","priceCurrency":"EUR"}}</script>`

async function record(body: string, rules: unknown[] = [], only?: string[]) {
  const site = await openSite({ "/": `<!doctype html><title>Blue vase</title><body>${body}` })
  const { page, errors } = await openTab()
  await page.addInitScript(await buildBundle("embedded"))
  await page.addInitScript(`
    window.reports = []; window.problems = []
    window.running = cuelightRecorder.start({ report: (event) => reports.push(event), problem: (code, detail) => problems.push({ code, detail }), rules: ${JSON.stringify(rules)}, only: ${JSON.stringify(only)} })`)
  await page.goto(site.origin)
  return { page, errors }
}

const names = (page: Page): Promise<string[]> => page.evaluate("reports.map(({ name }) => name)")

test("tells events without a person, and stores nothing in the page", async () => {
  const { page } = await record(`<h1>Blue vase</h1>${vase}`)
  await page.waitForFunction("reports.length === 2")
  const events: Record<string, unknown>[] = await page.evaluate("reports")
  expect(events.map(({ name }) => name)).toEqual(["page_view", "view_item"])
  for (const event of events) expect(Object.keys(event)).not.toEqual(expect.arrayContaining(["person"]))
  expect(
    await page.evaluate(
      "indexedDB.databases().then((all) => [all.length, localStorage.length, sessionStorage.length, document.cookie])",
    ),
  ).toEqual([0, 0, 0, ""])
})

test("what the page shows is the truth: the price, and the currency that nobody names", async () => {
  const { page } = await record(
    `<main><h1>Blue vase</h1><p class="price"><s>€ 45,00</s> <b>€ 39,00</b></p></main>${vase.replace(',"priceCurrency":"EUR"', "")}`,
  )
  await page.waitForFunction("reports.length === 2")
  expect(await page.evaluate("reports[1].props")).toMatchObject({
    currency: "EUR",
    value: 39,
    items: [{ price: 39 }],
  })
})

test("an amount that the data layer wrote as text is read, and named", async () => {
  const site = await openSite({ "/": "<!doctype html><title>Blue vase</title><body><h1>Blue vase</h1>" })
  const { page } = await openTab()
  await page.addInitScript(await buildBundle("embedded"))
  await page.addInitScript(`
    window.reports = []
    cuelightRecorder.start({
      report: (event) => reports.push(event), problem() {}, rules: [],
      pushes(listener) { window.tell = (push) => listener(push, Date.now()); return () => {} },
    })`)
  await page.goto(site.origin)
  const push = (id: string, price: unknown) =>
    page.evaluate(
      `tell({ event: "add_to_wishlist", ecommerce: { currency: "EUR", value: 39, items: [{ item_id: "${id}", price: ${JSON.stringify(price)} }] } })`,
    )
  await push("7", "39,00")
  await page.waitForFunction(`reports.some(({ name }) => name === "add_to_wishlist")`)
  await push("8", 39)
  await page.waitForFunction(`reports.filter(({ name }) => name === "add_to_wishlist").length === 2`)
  const told =
    "reports.filter(({ name }) => name === 'add_to_wishlist').map(({ mended, props }) => [mended, props.items[0].price])"
  expect(await page.evaluate(told)).toEqual([
    [["items[0].price"], 39],
    [undefined, 39],
  ])
})

test("is inert once it is stopped, and lets go of what it held", async () => {
  const { page, errors } = await record(
    `<h1>Blue vase</h1>${vase}<button type="button">Add to cart</button><form onsubmit="return false"><input name="a"><button>Send</button></form>`,
  )
  await page.waitForFunction("reports.length === 2")
  await page.click("text=Add to cart")
  await page.evaluate("running.stop()")
  expect(await names(page)).toEqual(["page_view", "view_item", "add_to_cart"])
  await page.click("text=Add to cart")
  await page.fill("input", "x")
  await page.click("text=Send")
  await page.evaluate(`history.pushState(null, "", "/next"); running.stop()`)
  await page.evaluate("new Promise(requestAnimationFrame)")
  expect(await names(page)).toHaveLength(3)
  expect(errors).toEqual([])
})

test("runs only what it is asked to", async () => {
  const rules = [{ event: "teaser_seen", on: "visible", selector: "#teaser" }]
  const { page } = await record(`<h1>Blue vase</h1>${vase}<p id="teaser">Look</p>`, rules, ["site-rules"])
  await page.waitForFunction("reports.length > 0")
  expect(await names(page)).toEqual(["teaser_seen"])
})

test("a site rule and the button it sits on tell one thing", async () => {
  const rules = [
    { event: "add_to_cart", on: "click", selector: "[data-buy]", props: { item_id: "@data-buy" } },
  ]
  const { page } = await record(
    `<h1>Vase</h1><button type="button" data-buy="KL-1">Add to cart</button>`,
    rules,
  )
  await page.click("button")
  await page.waitForFunction("reports.some(({ name }) => name === 'add_to_cart')")
  await page.evaluate("running.stop()")
  const carts: unknown[] = await page.evaluate("reports.filter(({ name }) => name === 'add_to_cart')")
  expect(carts).toMatchObject([
    { source: "site-rule+button", props: { item_id: "KL-1" }, gesture: { type: "click" } },
  ])
})

test("visible counts what comes into sight, once", async () => {
  const rules = [
    { event: "message_shown", on: "visible", selector: "#popup", props: { channel: { value: "popup" } } },
  ]
  const { page } = await record(`<div id="popup" hidden>10 %</div><p style="height:3000px"></p>`, rules)
  await page.waitForFunction("reports.length === 1")
  await page.evaluate("popup.hidden = false")
  await page.waitForFunction("reports.length === 2")
  await page.evaluate("popup.hidden = true; popup.hidden = false; running.stop()")
  expect(await page.evaluate("reports.slice(1).map(({ name, props }) => [name, props])")).toEqual([
    ["message_shown", { channel: "popup" }],
  ])
})

test("requests are seen without a wrap", async () => {
  const rules = [{ event: "quote_asked", on: "request", url: "*/api/quote*" }]
  const { page } = await record("", rules)
  await page.evaluate(`fetch("/api/quote?token=abc").catch(() => 0)`)
  await page.waitForFunction("reports.some(({ name }) => name === 'quote_asked')")
  expect(await page.evaluate("/native code/.test(fetch)")).toBe(true)
})
