import { readFileSync } from "node:fs"
import type { Page } from "playwright"
import { expect, test } from "vitest"
import { count, readHistory, tag, waitForEvents } from "./open-site"
import { problemsOf, ready, shell, startBrowser } from "./start-browser"

const { visit } = startBrowser()

const file = "/cuelight-shop.js"
const script = (body: string) => ({ body, headers: { "content-type": "text/javascript" } })
const tile = (name: string, more = "") =>
  `<li class="product" data-product-id="${name}-1"><a href="#${name}"><img alt="" width="50" height="50"><h3>${name}</h3></a><span class="price">€39.00</span>${more}</li>`
/** All that the files bring has run. */
const filesCame = (page: Page) =>
  page.waitForFunction(
    `performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.includes("cuelight-shop") && responseEnd > 0)`,
  )

test("Segment's own library, which comes late: its stub's calls and later ones are one event each, with what else tells it", async () => {
  const segment = `
    const stub = (window.analytics = Object.assign([], { _writeKey: "k", _cdn: location.origin, initialize: false }))
    for (const name of ["track", "page", "identify", "on", "once", "off", "ready"])
      stub[name] = (...values) => (window.analytics.initialized ? window.analytics[name](...values) : (stub.push([name, ...values]), stub))
    analytics.track("Product Viewed", { product_id: "KL-1", name: "Blue vase", price: 39, currency: "EUR" })
    addEventListener("load", () => {
      const library = document.createElement("script")
      Object.assign(library, { src: "/segment.js", async: true })
      library.setAttribute("data-global-segment-analytics-key", "analytics")
      document.head.append(library)
    })`
  const { page, site, errors } = await visit({
    "/": shell(
      `<h1>Blue vase</h1><p class="price">€39.00</p><button id="buy" type="button" onclick='analytics.track("Product Added", { product_id: "KL-1", name: "Blue vase", price: 39, quantity: 1 })'>Add to cart</button>`,
      `<script>${segment}</script>${tag()}`,
    ),
    "/segment.js": script(
      readFileSync("node_modules/@segment/analytics-next/dist/umd/standalone.js", "utf8"),
    ),
    "/v1/projects/k/settings": {
      body: `{"integrations":{"Segment.io":{"apiKey":"k","apiHost":"","protocol":"http"}}}`,
      headers: { "content-type": "application/json" },
    },
  })
  const [view] = (await waitForEvents(page, (all) => count(all, "view_item") === 1)).filter(
    ({ name }) => name === "view_item",
  )
  expect(view).toMatchObject({ props: { currency: "EUR", items: [{ item_id: "KL-1", price: 39 }] } })
  expect(view?.source).toContain("analytics")
  await page.waitForFunction("analytics.initialized")
  await page.click("#buy")
  const events = await waitForEvents(page, (all) => count(all, "add_to_cart") === 1)
  expect(events.find(({ name }) => name === "add_to_cart")).toMatchObject({
    source: "analytics+button",
    gesture: { type: "click" },
    props: { items: [{ item_id: "KL-1", item_name: "Blue vase" }] },
  })
  await page.evaluate(`analytics.track("Order Completed", { order_id: "T-1", total: 39, currency: "EUR" })`)
  const all = await waitForEvents(page, (each) => count(each, "purchase") === 1)
  expect(["view_item", "add_to_cart", "purchase"].map((name) => count(all, name))).toEqual([1, 1, 1])
  expect(site.requests.filter((path) => path === file)).toHaveLength(1)
  expect(errors).toEqual([])
})

test("RudderStack's calls from before any file of ours, a press and a push from before the file came", async () => {
  const { page, site, errors } = await visit({
    "/cart": shell(
      `<main class="cart"><ul><li class="cart-item" data-product-id="KL-1"><h3>Blue vase</h3><b class="price">€39</b><button type="button" aria-label="Remove">×</button></li></ul></main>`,
      `<script>rudderanalytics = []; rudderanalytics.track = (...call) => rudderanalytics.push(["track", ...call]); rudderanalytics.track("Cart Viewed", { cart_id: "c-1", products: [{ product_id: "KL-1" }] })</script>${tag()}`,
    ),
    "/": shell(""),
  })
  let letGo!: () => void
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(`**${file}`, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${site.origin}/cart`)
  await page.waitForRequest(`**${file}`).catch(() => {})
  await page.click("text=×")
  await page.evaluate(
    `rudderanalytics.track("Coupon Entered", {}); rudderanalytics.track("Checkout Started", { value: 39 })`,
  )
  letGo()
  const events = await waitForEvents(page, (all) => count(all, "begin_checkout") === 1)
  expect(events.filter(({ name }) => name === "view_cart")).toMatchObject([
    { source: expect.stringContaining("analytics"), props: { items: [{ item_id: "KL-1" }] } },
  ])
  expect(events.filter(({ name }) => name === "remove_from_cart")).toMatchObject([
    { source: "button", props: { items: [{ item_id: "KL-1" }] }, gesture: { type: "click" } },
  ])
  expect(errors).toEqual([])
})

test("a shop system's own data where there is no markup, priced as the page shows it; then a list, in the same document", async () => {
  const list = `<h1>Vases</h1><ul>${["A", "B", "C"].map((name) => tile(name)).join("")}</ul>`
  const { page, errors } = await visit(
    {
      "/products/blue-vase": shell(
        `<main><h1>Blue vase</h1><b class="price">$39.00</b></main>`,
        `<script>var Shopify = {};Shopify.currency = {"active":"USD","rate":"1.0"};
var meta = {"product":{"id":7,"vendor":"Kiln","type":"Vases","variants":[{"id":71,"price":3900,"name":"Blue vase","sku":"KL-1"}]},"page":{"pageType":"product"}};
for (var attr in meta) {}</script>${tag()}`,
      ),
    },
    "/products/blue-vase",
  )
  const [view] = (await waitForEvents(page, (all) => count(all, "view_item") === 1)).filter(
    ({ name }) => name === "view_item",
  )
  expect(view).toMatchObject({
    source: "shop-data",
    props: {
      currency: "USD",
      value: 39,
      items: [{ item_id: "KL-1", item_name: "Blue vase", item_brand: "Kiln" }],
    },
  })
  await page.evaluate(
    `history.pushState(null, "", "/vases"); document.querySelector("main").innerHTML = ${JSON.stringify(list)}`,
  )
  await waitForEvents(page, (all) => count(all, "view_item_list") === 1)
  await page.click("text=B")
  const events = await waitForEvents(page, (all) => count(all, "select_item") === 1)
  expect(events.filter(({ name }) => /^(view|select)_item/.test(name))).toMatchObject([
    { name: "view_item" },
    { name: "view_item_list", props: { item_list_name: "Vases", items: [{ item_id: "A-1" }, {}, {}] } },
    { name: "select_item", props: { items: [{ item_name: "B", price: 39 }] } },
  ])
  expect(await problemsOf(page)).toEqual([])
  expect(errors).toEqual([])
})

test("a page that needs none does not load the file, nor one that wants none, nor where the visitor has refused; it comes when the page has become a shop's", async () => {
  const foreign = `<div><ul>${["A", "B", "C"].map((name) => tile(name, `<img src="chrome-extension://abc/x.png">`)).join("")}</ul></div>`
  const { page, site } = await visit(
    {
      "/": shell("<h1>How we glaze</h1><p>It cost us €12.</p><button>Subscribe</button>"),
      "/off": shell(`<b class="price">€39.00</b>`, tag(`data-shop="off"`)),
      "/refused": shell(`<b class="price">€39.00</b>`, tag(`data-consent="denied"`)),
    },
    "/refused",
  )
  for (const path of ["/off", "/"]) {
    await ready(page)
    // Answered by the second file.
    await readHistory(page)
    await page.goto(site.origin + path)
  }
  await ready(page)
  await readHistory(page)
  expect(site.requests.join()).not.toContain(file)
  // An extension of the browser has put offers of its own into the page: of those nothing is told.
  await page.evaluate(`document.body.insertAdjacentHTML("beforeend", ${JSON.stringify(foreign)})`)
  await filesCame(page)
  await page.evaluate(
    `document.body.insertAdjacentHTML("beforeend", "<h2>Ours</h2><ul>${["D", "E", "F"].map((name) => tile(name).replaceAll('"', "'")).join("")}</ul>")`,
  )
  const events = await waitForEvents(page, (all) => count(all, "view_item_list") === 1)
  expect(events.find(({ name }) => name === "view_item_list")?.props).toMatchObject({
    item_list_name: "Ours",
    items: [{ item_name: "D" }, { item_name: "E" }, { item_name: "F" }],
  })
  expect(events.some(({ name }) => name === "view_item")).toBe(false)
})

test("a page that comes to push what a shop pushes loads the file, and is told with what it pushed", async () => {
  const { page, site, errors } = await visit({ "/": shell("<h1>How we glaze</h1>") })
  await ready(page)
  await readHistory(page)
  expect(site.requests.join()).not.toContain(file)
  await page.evaluate(
    `history.pushState(null, "", "/next"); window.dataLayer = []
     for (const event of ["add", "remove"]) dataLayer.push({ ecommerce: { [event]: { products: [{ id: "KL-1", price: "39" }] } } })`,
  )
  const events = await waitForEvents(page, (all) => count(all, "remove_from_cart") === 1)
  expect(events.find(({ name }) => name === "add_to_cart")?.props.items).toEqual([
    { item_id: "KL-1", price: 39 },
  ])
  expect(events.every(({ name, page }) => name === "page_view" || page?.url.endsWith("/next"))).toBe(true)
  expect(errors).toEqual([])
})
