// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { cartView } from "../../../snippet/detectors/cart-view"
import { openPage, watchDetector } from "../watch-detector"

const open = (address: string) => {
  openPage(address, "")
  return watchDetector(cartView)
}

test.each([
  "/cart",
  "/en/basket/",
  "/checkout/cart/",
  "/warenkorb.html",
  "/panier",
  "/carrito",
  "/shopping-cart",
  "/personal/cart/",
  "/cart_items",
  "/index.php?route=checkout/cart",
])("%s is a cart", (address) =>
  expect(open(address).sightings).toMatchObject([{ name: "view_cart", source: "url" }]),
)

test.each([
  "/",
  "/products/shopping-cart-for-dolls",
  "/blog/cart-abandonment",
  "/cart/add",
  "/checkout",
  "/?next=/cart",
])("%s is none", (address) => expect(open(address).sightings).toEqual([]))

test("each visit is a view, going back from the cache is not", () => {
  const { visit, sightings } = open("/cart")
  visit()
  visit("restored")
  expect(sightings).toHaveLength(2)
})
