// @vitest-environment happy-dom
import { describe, expect, test } from "vitest"
import { dataLayer } from "../../../snippet/detectors/data-layer"
import { enhancedLayer } from "../../../snippet/detectors/enhanced-layer"
import { openPage, watchDetector } from "../watch-detector"

const item = { item_id: "a-1", item_name: "Vase", price: 39, quantity: 2 }

function tell(push: unknown) {
  openPage("/", "")
  // Each tells its own dialects, and together they leave none out and tell none twice.
  return [dataLayer, enhancedLayer].flatMap((detector) => {
    const watched = watchDetector(detector)
    watched.push(push)
    return watched.sightings.map(({ name, props }) => ({ name, props }))
  })
}

test("is called data-layer", () => expect(dataLayer.name).toBe("data-layer"))

describe("matches", () => {
  test("GA4 in the shape of gtag's arguments", () => {
    expect(
      tell(["event", "add_to_cart", { currency: "EUR", value: 78, items: [item], send_to: "G-1" }]),
    ).toEqual([{ name: "add_to_cart", props: { currency: "EUR", value: 78, items: [item] } }])
  })

  test("GA4 under `ecommerce`, with the value that its items make", () => {
    expect(
      tell({ event: "view_item", ecommerce: { currency: "EUR", items: [item] }, "gtm.uniqueEventId": 3 }),
    ).toEqual([{ name: "view_item", props: { currency: "EUR", value: 78, items: [item] } }])
  })

  test("GA4 laid flat", () => {
    expect(tell({ event: "purchase", transaction_id: "T-1", value: "49.90", currency: "EUR" })).toEqual([
      { name: "purchase", props: { transaction_id: "T-1", value: 49.9, currency: "EUR" } },
    ])
  })

  test("UA Enhanced Ecommerce, with GA4's names", () => {
    const push = {
      event: "addToCart",
      ecommerce: {
        currencyCode: "EUR",
        add: { products: [{ id: 7, name: "Vase", price: "39.00", quantity: "2" }] },
      },
    }
    expect(tell(push)).toEqual([
      {
        name: "add_to_cart",
        props: {
          currency: "EUR",
          value: 78,
          items: [{ item_id: "7", item_name: "Vase", price: 39, quantity: 2 }],
        },
      },
    ])
  })

  test("Yandex.Metrica's purchase, with order number and revenue", () => {
    const push = {
      ecommerce: {
        currencyCode: "RUB",
        purchase: {
          actionField: { id: "TRX987", revenue: 1345.26 },
          products: [{ id: "25341", name: "Толстовка", price: 1345.26, quantity: 1 }],
        },
      },
    }
    expect(tell(push)).toEqual([
      {
        name: "purchase",
        props: {
          transaction_id: "TRX987",
          value: 1345.26,
          currency: "RUB",
          items: [{ item_id: "25341", item_name: "Толстовка", price: 1345.26, quantity: 1 }],
        },
      },
    ])
  })

  test("one push that tells two things", () => {
    const push = { ecommerce: { impressions: [{ id: "b" }], detail: { products: [{ id: "a" }] } } }
    expect(tell(push).map(({ name }) => name)).toEqual(["view_item_list", "view_item"])
  })

  test("the beginning of a checkout", () => {
    expect(tell({ ecommerce: { checkout: { actionField: { step: 1 }, products: [] } } })[0]?.name).toBe(
      "begin_checkout",
    )
  })
})

describe("does not match", () => {
  test.each([
    ["a cleared layer", { ecommerce: null }],
    ["the tag manager's own event", { event: "gtm.js", "gtm.start": 1 }],
    ["a page view, which is the recorder's own", { event: "page_view" }],
    ["an event of the site's own", { event: "newsletter_teaser_seen" }],
    ["a command that is no event", ["config", "G-1", {}]],
    ["a later step of a checkout", { ecommerce: { checkout: { actionField: { step: 2 } } } }],
    ["a name that is no text", { event: 12 }],
    ["e-commerce that is a text", { event: "gtm.dom", ecommerce: "free" }],
    ["a list", []],
    ["null", null],
    ["a number", 7],
  ])("%s", (_title, push) => {
    expect(tell(push)).toEqual([])
  })
})

test("tells nothing after its end", () => {
  openPage("/", "")
  const { sightings, push, stop } = watchDetector(dataLayer)
  stop()
  push({ event: "purchase", ecommerce: { transaction_id: "1" } })
  expect(sightings).toEqual([])
})
