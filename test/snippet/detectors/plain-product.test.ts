// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { plainProduct } from "../../../snippet/detectors/plain-product"
import { openPage, watchDetector } from "../watch-detector"

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const linked = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`
const vase = {
  "@type": "Product",
  name: "Blue vase",
  sku: "KL-1",
  brand: { name: "Kiln" },
  offers: { price: "39.00", priceCurrency: "eur" },
}

function read(head: string, body = "<h1>Blue vase</h1>") {
  openPage("/vase", body, head)
  const { sightings } = watchDetector(plainProduct)
  vi.advanceTimersByTime(1_000)
  return sightings.map(({ source, props }) => [source, props])
}

const told = (more = {}) => ({
  currency: "EUR",
  value: 39,
  items: [{ item_id: "KL-1", item_name: "Blue vase", price: 39, ...more }],
})

test("is called plain-product", () => expect(plainProduct.name).toBe("plain-product"))

describe("matches", () => {
  test.each([
    ["a product", vase],
    ["a graph", { "@graph": [{ "@type": "WebSite", name: "Shop" }, vase] }],
    ["a list of offers", { ...vase, offers: [vase.offers, { price: 1 }] }],
    [
      "a price specification",
      { ...vase, offers: { priceSpecification: { price: 39, priceCurrency: "EUR" } } },
    ],
    ["the one of several that the heading names", [{ "@type": "Product", name: "Red bowl" }, vase]],
  ])("%s in JSON-LD", (_what, data) => {
    expect(read(linked(data))).toEqual([["json-ld", told({ item_brand: "Kiln" })]])
  })

  test("microdata, whose brand has a name too", () => {
    const body = `<div itemscope itemtype="https://schema.org/Product"><i itemprop="brand" itemscope><b itemprop="name">Kiln</b></i>
      <h1 itemprop="name">Blue vase</h1><meta itemprop="sku" content="KL-1"><b itemprop="price" content="39">39 €</b><meta itemprop="priceCurrency" content="EUR"></div>`
    expect(read("", body)).toEqual([["microdata", told()]])
  })

  test("OpenGraph that names a price", () => {
    const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`
    expect(
      read(
        meta("og:title", "Blue vase") +
          meta("product:price:amount", "39") +
          meta("product:price:currency", "EUR") +
          meta("product:retailer_item_id", "KL-1"),
      ),
    ).toEqual([["opengraph", told()]])
  })
})

describe("does not match", () => {
  test.each([
    ["a list of products that nothing on the page names", [vase, { ...vase, name: "Red bowl" }]],
    ["an organisation", { "@type": "Organization", name: "Blue vase" }],
    ["text that is no JSON", `{"@type":"Product" oops`],
  ])("%s", (_what, data) => {
    expect(read(linked(data), "<h1>Everything</h1>")).toEqual([])
  })

  test("a second time, when deferred scripts have run between the whole page and its event", () => {
    openPage("/vase", "<h1>Blue vase</h1>", linked(vase))
    const { sightings } = watchDetector(plainProduct)
    vi.advanceTimersByTime(1_000)
    document.dispatchEvent(new Event("DOMContentLoaded", { bubbles: true }))
    expect(sightings.length).toBe(1)
  })
})
