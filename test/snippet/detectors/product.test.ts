// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { product } from "../../../snippet/detectors/product"
import { learnEverything } from "../../../snippet/learn"
import { openPage, watchDetector } from "../watch-detector"

// As both come: the extension's recorder, and the tag's file for shops.
learnEverything()

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const linked = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`
const vase = {
  "@context": "https://schema.org",
  "@type": "Product",
  name: "Blue vase",
  sku: "KL-1",
  brand: { "@type": "Brand", name: "Kiln" },
  offers: {
    "@type": "Offer",
    price: "39.00",
    priceCurrency: "EUR",
    availability: "https://schema.org/InStock",
  },
}

function read(head: string, body = "<h1>Blue vase</h1>", address = "/vase") {
  openPage(address, body, head)
  const watched = watchDetector(product)
  vi.advanceTimersByTime(1_000)
  return watched
}

const items = (head: string, body?: string, address?: string) =>
  read(head, body, address).sightings.map(({ source, props }) => [
    source,
    (props!.items as Record<string, unknown>[])[0],
    props?.currency,
  ])

test("is called product", () => expect(product.name).toBe("product"))

describe("JSON-LD matches", () => {
  test("a product with an offer", () => {
    expect(items(linked(vase))).toEqual([
      ["json-ld", { item_id: "KL-1", item_name: "Blue vase", item_brand: "Kiln", price: 39 }, "EUR"],
    ])
  })

  test.each([
    ["a list", [{ "@type": "WebSite", name: "Shop" }, vase]],
    ["a graph", { "@context": "http://schema.org/", "@graph": [{ "@type": "BreadcrumbList" }, vase] }],
    ["a page that has it as its main entity", { "@type": "WebPage", mainEntity: vase }],
    ["several types", { ...vase, "@type": ["Car", "Product"] }],
    ["a full type name", { ...vase, "@type": "http://schema.org/Product" }],
    ["no type, but a name and offers", { ...vase, "@type": undefined }],
    ["a price that is written for people", { ...vase, offers: { price: "39,00 €", priceCurrency: "eur" } }],
    [
      "a price specification",
      { ...vase, offers: { priceSpecification: { price: 39, priceCurrency: "EUR" } } },
    ],
    [
      "offers together",
      {
        ...vase,
        offers: { "@type": "AggregateOffer", lowPrice: "39", highPrice: "50", priceCurrency: "EUR" },
      },
    ],
    [
      "offers of which one can be bought",
      {
        ...vase,
        offers: [
          { price: 45, priceCurrency: "EUR", availability: "OutOfStock" },
          { price: 39, priceCurrency: "EUR", availability: "http://schema.org/InStock" },
        ],
      },
    ],
    [
      "variants",
      {
        "@type": "ProductGroup",
        name: "Blue vase",
        hasVariant: [{ "@type": "Product", sku: "KL-1", offers: vase.offers }],
      },
    ],
  ])("%s", (_title, data) => {
    const [found] = items(linked(data))
    expect(found?.[1]).toMatchObject({ item_name: "Blue vase", price: 39 })
    expect(found?.[2]).toBe("EUR")
  })

  test.each([
    ["a comment around it", `<!-- ${JSON.stringify(vase)} -->`],
    ["CDATA around it", `//<![CDATA[\n${JSON.stringify(vase)}\n//]]>`],
    ["a trailing comma", JSON.stringify(vase).replace(/}$/, ",}")],
    [
      "a line break in a text",
      JSON.stringify({ ...vase, description: "one LINE two" }).replace("LINE", "\n\t"),
    ],
    ["an escaped apostrophe", JSON.stringify({ ...vase, description: "itX" }).replace("itX", "it\\'s")],
    ["a semicolon at its end", `${JSON.stringify(vase)};`],
  ])("JSON with %s", (_title, text) => {
    expect(items(linked(text))[0]?.[1]).toMatchObject({ price: 39 })
  })

  test("the variant that the address names", () => {
    const variant = (sku: string, price: number) => ({
      "@type": "Product",
      sku,
      offers: { price, priceCurrency: "EUR" },
    })
    const group = {
      "@type": "ProductGroup",
      name: "Blue vase",
      hasVariant: [variant("KL-1-S", 39), variant("KL-1-L", 59)],
    }
    expect(items(linked(group), undefined, "/vase?sku=KL-1-L")[0]?.[1]).toMatchObject({
      item_id: "KL-1-L",
      price: 59,
    })
  })

  test("the one of several that the heading names", () => {
    expect(items(linked([{ ...vase, name: "Red bowl", sku: "KL-2" }, vase]))[0]?.[1]).toMatchObject({
      item_id: "KL-1",
    })
  })
})

describe("JSON-LD does not match", () => {
  test.each([
    ["a list of products", { "@type": "ItemList", itemListElement: [{ "@type": "ListItem", item: vase }] }],
    [
      "several products of a page about none",
      [vase, { ...vase, name: "Red bowl" }, { ...vase, name: "Lamp" }],
    ],
    ["a shop with offers", { "@type": "Organization", name: "Shop", makesOffer: [vase.offers] }],
    ["a related product", { "@type": "Article", name: "On clay", isRelatedTo: vase }],
    ["a review of one", { "@type": "WebPage", review: { itemReviewed: vase } }],
    ["a text", '"Product offers"'],
    [
      "a service that wears a product's stars",
      { "@type": "Product", name: "Our clay", aggregateRating: { ratingValue: "4.9", reviewCount: 120 } },
    ],
    ["a service without a price", { "@type": "Service", name: "Our clay", offers: { "@type": "Offer" } }],
  ])("%s", (_title, data) => {
    expect(items(linked(data), "<h1>Our clay</h1>")).toEqual([])
  })
})

test("a broken block is reported, and the others are kept", () => {
  const { sightings, problems } = read(linked('{"@type":"Product", offers: oops') + linked(vase))
  expect(problems).toEqual([{ code: "markup-broken", detail: expect.stringContaining("oops") }])
  expect(sightings).toHaveLength(1)
})

describe("microdata", () => {
  const scope = (
    name: string,
    price: string,
  ) => `<div itemscope itemtype="https://schema.org/Product"><b itemprop="name">${name}</b>
    <div itemprop="offers" itemscope itemtype="https://schema.org/Offer"><meta itemprop="priceCurrency" content="EUR">
    <span itemprop="price">${price}</span><link itemprop="availability" href="https://schema.org/InStock"></div></div>`

  test("matches a product", () => {
    expect(items("", `<h1>Blue vase</h1>${scope("Blue vase", "1.299,00 €")}`)).toEqual([
      ["microdata", { item_name: "Blue vase", price: 1299 }, "EUR"],
    ])
  })

  test("takes the page's own among related ones", () => {
    const body = `<h1>Blue vase</h1>${scope("Red bowl", "9")}${scope("Blue vase", "39")}${scope("Lamp", "12")}`
    expect(items("", body)[0]?.[1]).toMatchObject({ item_name: "Blue vase", price: 39 })
  })

  test("does not take a related product's price for the page's own", () => {
    const outer = scope("Blue vase", "39").replace("</div></div>", `</div>${scope("Red bowl", "9")}</div>`)
    expect(read("", `<h1>Blue vase</h1>${outer}`).sightings[0]?.prices).toEqual([39])
  })

  test("does not match a list", () => {
    expect(items("", `<h1>Vases</h1>${scope("Blue vase", "39")}${scope("Red vase", "41")}`)).toEqual([])
  })
})

describe("OpenGraph", () => {
  const meta = (fields: Record<string, string>) =>
    Object.entries(fields)
      .map(([name, value]) => `<meta property="${name}" content="${value}">`)
      .join("")

  test("matches price tags, the sale price before the usual one", () => {
    const head = meta({
      "og:title": "Blue vase",
      "product:price:amount": "49.00",
      "product:sale_price:amount": "39.00",
      "product:price:currency": "eur",
    })
    expect(items(head)).toEqual([["opengraph", { item_name: "Blue vase", price: 39 }, "EUR"]])
  })

  test.each(["article", "product.group", "product:group", "product"])(
    "does not match %s without a price",
    (type) => {
      expect(items(meta({ "og:type": type, "og:title": "Blue vase" }))).toEqual([])
    },
  )
})

test("tells each source of one product by itself", () => {
  const { sightings } = read(
    `${linked(vase)}<meta property="og:type" content="product"><meta property="og:title" content="Blue vase">`,
  )
  expect(sightings.map(({ source }) => source)).toEqual(["json-ld", "opengraph"])
})

test("waits for a shop that renders in the browser", () => {
  openPage("/vase", "")
  const { sightings } = watchDetector(product)
  vi.advanceTimersByTime(1_000)
  expect(sightings).toEqual([])
  document.head.innerHTML = linked(vase)
  return vi.waitFor(() => {
    vi.advanceTimersByTime(1_000)
    expect(sightings).toHaveLength(1)
  })
})

test("does not tell markup again that the page before left standing", () => {
  const { sightings, visit } = read(linked(vase))
  visit()
  vi.advanceTimersByTime(1_000)
  expect(sightings).toHaveLength(1)
})
