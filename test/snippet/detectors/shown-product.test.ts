// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { shownProduct } from "../../../snippet/detectors/shown-product"
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

function read(address: string, title: string, body: string) {
  openPage(address, body, `<title>${title}</title>`)
  const { sightings } = watchDetector(shownProduct)
  vi.advanceTimersByTime(5_000)
  return sightings.map(({ source, props }) => [
    source,
    (props!.items as Record<string, unknown>[])[0],
    props?.currency,
  ])
}

const cart = "<button>In den Warenkorb</button>"

test("is called shown-product", () => expect(shownProduct.name).toBe("shown-product"))

test("matches a heading, a price beside it and a cart button", () => {
  expect(
    read(
      "/vase",
      "Blaue Vase kaufen",
      `<main><h1>Blaue Vase</h1><div class="price"><del>49,00 €</del> <b>39,00 €</b></div>${cart}</main>`,
    ),
  ).toEqual([["page", { item_name: "Blaue Vase", price: 39 }, "EUR"]])
})

test("reads cents of their own element, and a sign beside the number", () => {
  expect(
    read(
      "/p/1",
      "Lamp",
      `<main><h1>Lamp</h1><p class="price">£<span>12</span><sup>99</sup></p>${cart}</main>`,
    )[0]?.[1],
  ).toMatchObject({
    price: 12.99,
  })
})

test.each([
  ["thousands, with cents of their own element", "$<strong>1,646</strong><sup>.00</sup>", 1646, "USD"],
  [
    "an amount that is there twice",
    `<i class="offscreen">EUR 14.62</i><b>EUR14<i>.</i><i class="price-fraction">62</i></b>`,
    14.62,
    "EUR",
  ],
  [
    "no cents in a discount between two prices",
    `<s>EUR 119.99</s> <i class="center">-50%</i> <b>EUR60.00</b>`,
    60,
    "EUR",
  ],
  ["a code that touches its amount", "EUR110.00", 110, "EUR"],
  ["a number before the amount", "2 discs $9.49", 9.49, "USD"],
  ["three digits of cents", "KWD 46.060", 46.06, "KWD"],
  ["thousands before three digits of cents", "KWD 1,046.060", 1046.06, "KWD"],
])("reads %s", (_title, price, amount, currency) => {
  const body = `<main><h1>Lamp</h1><p class="price">${price}</p>${cart}</main>`
  expect(read("/lamp", "Lamp | Shop", body)).toEqual([
    ["page", { item_name: "Lamp", price: amount }, currency],
  ])
})

test("a heading is read without the style within, and a title may praise the product in other words", () => {
  const body = `<div class="product"><h1 class="product-title"><style>.a{color:red}</style>Lamp 7</h1><p class="price">€ 25,-</p>${cart}</div>`
  expect(read("/p/lamp-7", "The best light | Shop", body)).toEqual([
    ["page", { item_name: "Lamp 7", price: 25 }, "EUR"],
  ])
})

test("takes the page's price before those of other products", () => {
  const tile = (price: string) =>
    `<li class="item"><a href="/x"><img alt=""></a><span class="price">${price}</span></li>`
  const body = `<main><h1>Lamp</h1><p class="price">€ 25,-</p>${cart}</main><ul>${tile("€ 9")}${tile("€ 8")}${tile("€ 7")}</ul>`
  expect(read("/lamp", "Lamp | Shop", body)[0]?.[1]).toMatchObject({ price: 25 })
})

test.each([
  [
    "an article with a price",
    "/blog/clay",
    "On clay",
    `<main><h1>On clay</h1><p>A kilo costs 12 €.</p></main>`,
  ],
  [
    "a price list",
    "/prices",
    "Prices",
    `<main><h1>Prices</h1><div class="price">12 €</div><div class="price">20 €</div></main>`,
  ],
  ["the home page", "/", "Shop", `<main><h1>Shop</h1><div class="price">12 €</div>${cart}</main>`],
  ["the cart", "/cart", "Cart", `<main><h1>Cart</h1><div class="price">12 €</div>${cart}</main>`],
  [
    "a heading that the title does not say",
    "/x",
    "Shop",
    `<main><h1>Welcome</h1><div class="price">12 €</div>${cart}</main>`,
  ],
  [
    "a price without a currency",
    "/x",
    "Vase",
    `<main><h1>Vase</h1><div class="price">12</div>${cart}</main>`,
  ],
  [
    "a page that says from which sum its parcels are free",
    "/lamps",
    "Lamps",
    `<main><h1>Lamps</h1><p>Free shipping over € 50</p>${cart}</main>`,
  ],
  [
    "a list",
    "/vases",
    "Vases",
    `<main><h1>Vases</h1><ul>${`<li class="product"><a href="/v"><img alt=""></a><b class="price">9 €</b>${cart}</li>`.repeat(4)}</ul></main>`,
  ],
])("does not match %s", (_title, address, title, body) => {
  expect(read(address, title, body)).toEqual([])
})
