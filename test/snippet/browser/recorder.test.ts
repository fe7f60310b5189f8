import { describe, expect, test } from "vitest"
import { count, readHistory, tag, waitForEvents } from "./open-site"
import { shell, startBrowser } from "./start-browser"

const { visit } = startBrowser()

const vase = `<script type="application/ld+json">${JSON.stringify({
  "@type": "Product",
  name: "Blue vase",
  sku: "KL-1",
  offers: { price: "39.00", priceCurrency: "EUR" },
})}</script>`

describe("page views", () => {
  test("a document is one, with address, title, referrer and campaign", async () => {
    const { page, site } = await visit({
      "/": shell(`<a href="/vase?utm_source=news&utm_campaign=spring&email=a@b.c">Vase</a>`),
      "/vase": `<!doctype html><title>Vase</title>${tag()}`,
    })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.click("a")
    const events = await waitForEvents(page, (all) => count(all, "page_view") === 2)
    expect(events.at(-1)).toMatchObject({
      page: {
        url: `${site.origin}/vase?utm_source=news&utm_campaign=spring&email=removed`,
        title: "Vase",
        referrer: `${site.origin}/`,
      },
      campaign: { source: "news", name: "spring" },
      source: "page",
    })
    expect(new Set(events.map(({ person }) => person)).size).toBe(1)
    // A new campaign is a new session.
    expect(new Set(events.map(({ session }) => session)).size).toBe(2)
  })

  test("in a single-page application each path is one, however often the query changes", async () => {
    const { page } = await visit({ "/": shell("") })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.evaluate(`
      history.pushState(null, "", "/vases"); document.title = "Vases"
      history.replaceState(null, "", "/vases?sort=price"); history.pushState(null, "", "/vases?sort=price&page=2")
      history.pushState(null, "", "/vase#details"); location.hash = "reviews"`)
    await page.goBack()
    await page.goBack()
    const events = await readHistory(page)
    const paths = events
      .filter(({ name }) => name === "page_view")
      .map((event) => new URL(event.page!.url).pathname)
    expect(paths).toEqual(["/", "/vases", "/vase", "/vases"])
  })

  test("without the Navigation API they are found as well, and the page's history is not wrapped", async () => {
    const { page } = await visit({
      "/": shell(
        "",
        `<script>window.before = history.pushState; delete window.navigation; Object.defineProperty(window, "navigation", { value: undefined })</script>${tag()}`,
      ),
    })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.evaluate(`history.pushState(null, "", "/next")`)
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    expect(await page.evaluate("history.pushState === before")).toBe(true)
  })

  test("a page restored from the back/forward cache is one more", async () => {
    const { page } = await visit({ "/": shell(`<a href="/next">Next</a>`), "/next": shell("") })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.evaluate("window.same = true")
    await page.click("a")
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    await page.goBack()
    const events = await waitForEvents(page, (all) => count(all, "page_view") === 3)
    expect(
      events.filter(({ name }) => name === "page_view").map((event) => new URL(event.page!.url).pathname),
    ).toEqual(["/", "/next", "/"])
  })

  test("a page that nobody sees is none, and what it pushes waits", async () => {
    const hidden = `<script>Object.defineProperty(document, "visibilityState", { configurable: true, get: () => window.seen ? "visible" : "hidden" })
      window.dataLayer = [{ event: "view_item", ecommerce: { items: [{ item_id: "a" }] } }]</script>`
    const { page } = await visit({ "/": shell("", hidden + tag()) })
    await page.waitForFunction("window.cuelight?.version")
    expect(await readHistory(page)).toEqual([])
    await page.evaluate(`window.seen = true; document.dispatchEvent(new Event("visibilitychange"))`)
    const events = await readHistory(page)
    expect(events.map(({ name }) => name).sort()).toEqual(["page_view", "view_item"])
  })
})

describe("one thing is one event", () => {
  test("JSON-LD and the data layer tell one view", async () => {
    const { page } = await visit({
      "/": shell(
        "<h1>Blue vase</h1>",
        `${tag()}${vase}<script>dataLayer = [{ event: "view_item", ecommerce: { currency: "EUR", items: [{ item_id: "77", item_name: "Blue vase", price: 39 }] } }]</script>`,
      ),
    })
    const events = await waitForEvents(page, (all) =>
      all.some(({ source }) => source === "data-layer+json-ld"),
    )
    expect(events.filter(({ name }) => name === "view_item")).toMatchObject([
      {
        props: { currency: "EUR", value: 39, items: [{ item_id: "77", item_name: "Blue vase", price: 39 }] },
      },
    ])
  })

  test("the click and its push tell one add to cart, on the person's gesture", async () => {
    const { page } = await visit({
      "/": shell(
        `<h1>Blue vase</h1>${vase}<button id="buy" class="primary" onclick="setTimeout(() => dataLayer.push({ event: 'add_to_cart', ecommerce: { currency: 'EUR', value: 39, items: [{ item_id: '77' }] } }), 200)">Add to cart</button>`,
      ),
    })
    await page.evaluate("window.dataLayer = []")
    await waitForEvents(page, (all) => count(all, "view_item") === 1)
    await page.click("#buy")
    const events = await waitForEvents(page, (all) =>
      all.some(({ source }) => source === "data-layer+button"),
    )
    expect(count(events, "add_to_cart")).toBe(1)
    expect(events.at(-1)).toMatchObject({
      gesture: { type: "click", target: "button#buy.primary" },
      props: { value: 39 },
    })
  })

  test("a form that takes the page away is told before it goes", async () => {
    const { page } = await visit({
      "/": shell(
        `<h1>Blue vase</h1>${vase}<form method="post" action="/cart"><input type="hidden" name="product_id" value="77"><button>Add to cart</button></form>`,
      ),
      "/cart": shell(""),
    })
    await waitForEvents(page, (all) => count(all, "view_item") === 1)
    await page.click("button")
    await page.waitForURL("**/cart")
    const events = await waitForEvents(page, (all) => count(all, "page_view") === 2)
    expect(events.filter(({ name }) => name === "add_to_cart")).toMatchObject([
      {
        source: "form+button",
        props: { currency: "EUR", value: 39, items: [{ item_id: "77", item_name: "Blue vase" }] },
      },
    ])
    expect(count(events, "form_submit")).toBe(0)
  })

  test("what the next page's data layer says of that form is the same thing, and its own cart is not", async () => {
    const { page } = await visit({
      "/": shell(`<form method="post" action="/cart"><button>Add to cart</button></form>`),
      "/cart": shell(
        "",
        `<script>dataLayer = [{ event: "add_to_cart", ecommerce: { items: [{ item_id: "77" }] } }]</script>${tag()}<body><button type="button">Add to cart</button>`,
      ),
    })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.click("button")
    await page.waitForURL("**/cart")
    await waitForEvents(page, (all) => count(all, "page_view") === 2)
    expect(
      (await readHistory(page)).filter(({ name }) => name === "add_to_cart").map(({ source }) => source),
    ).toEqual(["form+button"])
    await page.click("button")
    expect(count(await readHistory(page), "add_to_cart")).toBe(2)
  })

  test("a form that the browser refuses to send adds nothing", async () => {
    const { page } = await visit({
      "/": shell(`<form><input required name="size"><button>Add to cart</button></form>`),
    })
    await page.click("button")
    expect(count(await readHistory(page), "add_to_cart")).toBe(0)
  })
})

describe("what people type", () => {
  test("is in nothing that is stored or sent", async () => {
    const { page, site } = await visit({
      "/": shell(
        `<form id="lead" onsubmit="return false"><input name="email"><input name="card"><textarea name="note"></textarea><button>Send</button></form>`,
        tag(`data-endpoint="/v1/batch"`),
      ),
    })
    await page.fill("[name=email]", "anna@example.com")
    await page.fill("[name=card]", "4111111111111111")
    await page.fill("[name=note]", "planted secret")
    await page.click("button")
    const events = await readHistory(page)
    expect(events.map(({ name }) => name)).toContain("form_submit")
    const everything = JSON.stringify([
      events,
      site.batches,
      await page.evaluate("JSON.stringify(localStorage)"),
    ])
    expect(everything).not.toMatch(/anna@|41111111|planted/)
    expect(everything).toContain("email")
  })
})

describe("the site's own rules", () => {
  const map = `cuelight: 1\ntouchpoints:\n  - event: teaser_opened\n    on: click\n    selector: "#teaser"\n`

  test("come where the tag names a map, and are told what was pressed before they came", async () => {
    const { page, site } = await visit({
      "/": shell(`<button id="teaser">Look</button>`, tag(`data-map="/site.yaml"`)),
      "/site.yaml": map,
      "/plain": shell(""),
    })
    await waitForEvents(page, (all) => count(all, "page_view") === 1)
    await page.click("#teaser")
    const events = await waitForEvents(page, (all) => count(all, "teaser_opened") === 1)
    expect(events.find(({ name }) => name === "teaser_opened")).toMatchObject({ source: "site-rule" })
    expect(site.requests).toContain("/cuelight-rules.js")
    site.requests.length = 0
    await page.goto(`${site.origin}/plain`)
    await waitForEvents(page, () => site.requests.includes("/cuelight-more.js"))
    expect(site.requests).not.toContain("/cuelight-rules.js")
  })
})
