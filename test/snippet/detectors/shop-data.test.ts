// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { shopData } from "../../../snippet/detectors/shop-data"
import { learnEverything } from "../../../snippet/learn"
import { openPage, watchDetector } from "../watch-detector"

// As both come: the extension's recorder, and the tag's file for shops.
learnEverything()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = async (address: string, body: string, head = "") => {
  openPage(address, body, head)
  const watched = watchDetector(shopData)
  await vi.runAllTimersAsync()
  return watched
}
const json = (value: unknown, attributes = `type="application/json"`) =>
  `<script ${attributes}>${JSON.stringify(value)}</script>`
const vase = {
  id: 7,
  title: "Blue vase",
  handle: "blue-vase",
  vendor: "Kiln",
  type: "Vases",
  variants: [
    { id: 71, sku: "KL-S", title: "Small", price: 3900, available: false },
    { id: 72, sku: "KL-L", title: "Large", price: 4550, available: true },
  ],
}

test("Shopify's product has its price in cents; the variant is the one that can be bought", async () => {
  const { sightings } = await open("/products/blue-vase", `<h1>Blue vase</h1>${json(vase)}`)
  expect(sightings).toMatchObject([
    {
      name: "view_item",
      source: "shop-data",
      prices: [39, 45.5],
      props: {
        value: 45.5,
        items: [
          {
            item_id: "KL-L",
            item_name: "Blue vase",
            item_brand: "Kiln",
            item_category: "Vases",
            item_variant: "Large",
            price: 45.5,
          },
        ],
      },
    },
  ])
})

test("the address names the variant", async () => {
  const { sightings } = await open("/products/blue-vase?variant=71", `<h1>Blue vase</h1>${json(vase)}`)
  expect(sightings[0]?.props).toMatchObject({ value: 39 })
})

test("Shopify's own note for its analytics", async () => {
  const meta = `<script>window.x = 1;\nvar meta = {"product":{"id":7,"vendor":"Kiln","type":"Vases","variants":[{"id":71,"price":3900,"name":"Blue vase","public_title":null,"sku":"KL-1"}]},"page":{"pageType":"product"}};\nfor (;false;);</script>`
  const { sightings } = await open(
    "/products/blue-vase",
    "<h1>Blue vase</h1>",
    `<script>Shopify.currency = {"active":"EUR","rate":"1.0"};</script>${meta}`,
  )
  expect(sightings[0]?.props).toMatchObject({
    currency: "EUR",
    value: 39,
    items: [{ item_id: "KL-1", item_name: "Blue vase" }],
  })
})

test("PrestaShop's data of the chosen combination", async () => {
  const data = JSON.stringify({
    id_product: "7",
    name: "Blue vase",
    price_amount: 23.9,
    reference: "KL-1",
    category_name: "Vases",
  })
  const { sightings } = await open(
    "/vases/7-blue-vase.html",
    `<h1>Blue vase</h1><div id="product-details" data-product='${data}'></div>`,
  )
  expect(sightings[0]?.props).toMatchObject({
    value: 23.9,
    items: [{ item_id: "KL-1", item_category: "Vases" }],
  })
})

test("Magento's final price", async () => {
  const { sightings } = await open(
    "/blue-vase.html",
    `<div class="product-info-main"><h1>Blue vase</h1><span data-price-type="oldPrice" data-price-amount="50"></span><span data-price-type="finalPrice" data-price-amount="39.5">€39.50</span><div class="sku"><div itemprop="sku">KL-1</div></div></div>`,
  )
  expect(sightings[0]?.props).toMatchObject({
    value: 39.5,
    items: [{ item_id: "KL-1", item_name: "Blue vase" }],
  })
})

test("WooCommerce's variations", async () => {
  const variations = JSON.stringify([{ display_price: 20 }, { display_price: 30 }])
  const { sightings } = await open(
    "/product/blue-vase/",
    `<div class="product"><h1>Blue vase</h1><form class="variations_form cart" data-product_id="7" data-product_variations='${variations}'></form></div>`,
  )
  expect(sightings[0]).toMatchObject({
    prices: [20, 20, 30],
    props: { value: 20, items: [{ item_id: "7" }] },
  })
})

test("a product that is shown without reloading is a new one", async () => {
  const { sightings, visit } = await open("/products/blue-vase", `<h1>Blue vase</h1>${json(vase)}`)
  document.body.innerHTML = `<h1>Red bowl</h1>${json({ ...vase, title: "Red bowl", handle: "red-bowl" })}`
  visit()
  await vi.runAllTimersAsync()
  expect(
    sightings.map(({ props }) => (props?.items as { item_name: string }[] | undefined)?.[0]?.item_name),
  ).toEqual(["Blue vase", "Red bowl"])
})

test.each([
  [
    "another product's data on a page of the blog",
    "/blogs/news/how-we-glaze",
    `<h1>How we glaze</h1>${json(vase)}`,
  ],
  [
    "a list",
    "/collections/vases",
    `<h1>Vases</h1>${json([vase, vase])}<div data-product='{"id_product":7}'></div>`,
  ],
  [
    "broken data",
    "/products/blue-vase",
    `<h1>Blue vase</h1><script type="application/json">{"variants": [</script>`,
  ],
  [
    "other data",
    "/vase",
    `<h1>Blue vase</h1>${json({ variants: { a: 1 }, vendor: "x", title: "Blue vase" })}`,
  ],
  [
    "a price without a product",
    "/about",
    `<h1>About</h1><div><span data-price-type="finalPrice" data-price-amount="5"></span></div>`,
  ],
])("%s tells nothing", async (_title, address, body) => {
  expect((await open(address, body)).sightings).toEqual([])
})

const pixel = (told: string) => `<script>fbq('init', '1'); fbq('track', 'ViewContent', ${told});</script>`
const page = "<h1>Blue vase</h1>"

test("what only a pixel is told of the one product of the page", async () => {
  const told = `{ content_ids: ['1131'], content_type: 'product', value: 29.5, currency: 'TWD' }, {eventID: 7}`
  const { sightings } = await open("/cheap_1131.html", page + pixel(told), "<title>Blue vase | Kiln</title>")
  expect(sightings).toMatchObject([
    {
      name: "view_item",
      source: "page",
      prices: [29.5],
      props: { currency: "TWD", items: [{ item_id: "1131", item_name: "Blue vase", price: 29.5 }] },
    },
  ])
})

test.each([
  ["several products", "{content_ids:['1','2'],value:29,currency:'EUR'}", "Blue vase"],
  ["what a script works out", "{content_ids:[product.id],value:product.price,currency:'EUR'}", "Blue vase"],
  ["no worth", "{content_ids:['1'],value:0,currency:'EUR'}", "Blue vase"],
  ["a page of another name", "{content_ids:['1'],value:29,currency:'EUR'}", "Our shop"],
  ["a broken call", "{content_ids:['1',value", "Blue vase"],
])("a pixel that is told of %s tells nothing", async (_title, told, title) => {
  const { sightings } = await open("/x", page + pixel(told), `<title>${title}</title>`)
  expect(sightings).toEqual([])
})
