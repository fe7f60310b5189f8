import { describe, expect, test } from "vitest"
import { shopifyNames } from "../../../shared/log/dialects/shopify"
import { eventsOf, readOne, readValues, reasonsOf } from "../entries"
import { hasFacts, readFacts, whereFacts } from "../facts"

const variant = {
  id: "v-1",
  sku: "TS-R",
  title: "Red",
  price: { amount: 19.5, currencyCode: "EUR" },
  product: {
    id: "p-1",
    title: "T-shirt",
    vendor: "Acme",
    type: "Apparel",
    url: "/products/t",
    untranslatedTitle: null,
  },
  image: { src: "//cdn/t.png" },
}
const item = {
  item_id: "p-1",
  item_name: "T-shirt",
  item_brand: "Acme",
  item_category: "Apparel",
  item_variant: "Red",
  sku: "TS-R",
  price: 19.5,
}

/** An event as a pixel hands it on. */
const pixel = (name: string, data: object = {}, more: object = {}) => ({
  id: "sh-1",
  clientId: "c-1",
  name,
  seq: 3,
  type: "standard",
  timestamp: "2026-03-02T10:00:00.000Z",
  data,
  context: {
    document: {
      title: "Shop",
      referrer: "https://search.example/",
      location: { href: "https://shop.example/a" },
    },
    navigator: { language: "de" },
  },
  ...more,
})

const CHECKOUT = {
  token: "tok",
  currencyCode: "EUR",
  email: "u@mail.example",
  phone: null,
  buyerAcceptsEmailMarketing: true,
  buyerAcceptsSmsMarketing: false,
  lineItems: [{ id: "l", title: "T-shirt", quantity: 2, variant }],
  subtotalPrice: { amount: 39, currencyCode: "EUR" },
  totalPrice: { amount: 48.9, currencyCode: "EUR" },
  totalTax: { amount: 4.9, currencyCode: "EUR" },
  shippingLine: { price: { amount: 5, currencyCode: "EUR" } },
  discountApplications: [{ title: "SPRING" }],
  order: { id: "o-1", customer: { id: "u-7" } },
}

describe("Shopify's Web Pixels", () => {
  test("are recognised, with person, time and page", () => {
    expect(readOne(pixel("page_viewed"))).toEqual({
      id: "sh-1",
      name: "page_view",
      at: Date.UTC(2026, 2, 2, 10),
      person: "c-1",
      source: "shopify",
      page: { url: "https://shop.example/a", title: "Shop", referrer: "https://search.example/" },
      device: { language: "de" },
      props: {},
    })
  })

  test("tell products, carts, collections and searches in GA4's names", () => {
    expect(readOne(pixel("product_viewed", { productVariant: variant }))).toMatchObject({
      name: "view_item",
      props: { currency: "EUR", value: 19.5, items: [item] },
    })
    const cartLine = {
      quantity: 2,
      merchandise: variant,
      cost: { totalAmount: { amount: 39, currencyCode: "EUR" } },
    }
    expect(readOne(pixel("product_added_to_cart", { cartLine }))).toMatchObject({
      name: "add_to_cart",
      props: { currency: "EUR", value: 39, items: [{ ...item, quantity: 2 }] },
    })
    expect(
      readOne(pixel("cart_viewed", { cart: { id: "cart", lines: [cartLine], cost: {} } })),
    ).toMatchObject({
      name: "view_cart",
      props: { cart_id: "cart", items: [{ ...item, quantity: 2 }] },
    })
    expect(
      readOne(
        pixel("collection_viewed", { collection: { id: "c", title: "Sale", productVariants: [variant] } }),
      ),
    ).toMatchObject({
      name: "view_item_list",
      props: { item_list_id: "c", item_list_name: "Sale", items: [item] },
    })
    expect(
      readOne(pixel("search_submitted", { searchResult: { query: "shirt", productVariants: [] } })).props,
    ).toEqual({ search_term: "shirt" })
  })

  test("tell who bought, what it was worth, and what they agreed to", () => {
    const [identify, consent, purchase] = eventsOf(
      readValues([pixel("checkout_completed", { checkout: CHECKOUT })]),
    )
    expect(identify).toMatchObject({
      id: "sh-1-traits",
      name: "identify",
      user: "u-7",
      props: { email: "u@mail.example" },
    })
    expect(consent).toMatchObject({ name: "consent", props: { email: "granted" } })
    expect(purchase).toMatchObject({
      name: "purchase",
      person: "c-1",
      user: "u-7",
      props: {
        transaction_id: "o-1",
        value: 39,
        currency: "EUR",
        tax: 4.9,
        shipping: 5,
        coupon: "SPRING",
        items: [{ ...item, quantity: 2 }],
      },
    })
  })

  test("read nothing of what was typed, and nothing of every key and glance", () => {
    const form = pixel("form_submitted", {
      element: {
        id: "news",
        action: "/contact",
        elements: [{ name: "email", value: "secret@mail.example" }],
      },
    })
    expect(readOne(form).props).toEqual({ form_id: "news", form_destination: "/contact" })
    expect(
      readValues([pixel("input_changed", { element: { value: "secret" } }), pixel("advanced_dom_clicked")]),
    ).toEqual([])
  })

  test("keep events of the shop's own", () => {
    expect(readOne(pixel("quiz_done", {}, { type: "custom", customData: { score: 3 } }))).toMatchObject({
      name: "quiz_done",
      props: { score: 3 },
    })
  })

  test("say what is missing, and survive what is broken", () => {
    expect(
      reasonsOf(readValues([pixel("page_viewed"), pixel("page_viewed", {}, { timestamp: "soon" })])),
    ).toEqual(["2: an event has a timestamp in ISO 8601"])
    const broken = { checkout: { lineItems: "x", totalTax: 5, order: [], discountApplications: {} } }
    expect(readOne(pixel("checkout_started", broken)).props).toEqual({})
    expect(readOne(pixel("product_viewed", { productVariant: null })).props).toEqual({})
  })
})

test.skipIf(!hasFacts)(`names are those of the crosswalk${whereFacts}`, () => {
  const { rows } = readFacts<{ rows: { shopify: string | null; ga4: string | null }[] }>("crosswalk")
  for (const { shopify, ga4 } of rows) {
    const wanted = ga4?.split(/ [|(]/)[0]
    if (shopify && wanted) expect(shopifyNames[shopify], shopify).toBe(wanted)
  }
  const { standardAndDomEvents } = readFacts<{ standardAndDomEvents: object }>("shopify")
  for (const name of Object.keys(shopifyNames)) expect(standardAndDomEvents).toHaveProperty([name])
})
