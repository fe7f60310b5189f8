// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { cartRequest } from "../../../snippet/detectors/cart-request"
import { stubTimeline } from "../stub-timeline"
import { openPage, press, watchDetector } from "../watch-detector"

let tell: ReturnType<typeof stubTimeline>
beforeEach(() => {
  tell = stubTimeline()
})
afterEach(() => void vi.unstubAllGlobals())

const start = (body = "") => {
  openPage("/vase", body)
  return watchDetector(cartRequest).sightings
}
const request = (path: string, more = {}) =>
  tell({
    name: new URL(path, "https://shop.example").href,
    initiatorType: "fetch",
    startTime: performance.now(),
    responseStatus: 200,
    ...more,
  })

test.each([
  ["/cart/add.js", "add_to_cart"],
  ["/cart/add", "add_to_cart"],
  ["/?wc-ajax=add_to_cart", "add_to_cart"],
  ["/wp-json/wc/store/v1/cart/add-item", "add_to_cart"],
  ["/checkout/cart/add/uenc/abc/product/7/", "add_to_cart"],
  ["/index.php?route=checkout/cart/add", "add_to_cart"],
  ["/ajax/?action=ADD2BASKET&id=7", "add_to_cart"],
  ["/?wc-ajax=remove_from_cart", "remove_from_cart"],
  ["/wp-json/wc/store/v1/cart/remove-item", "remove_from_cart"],
  ["/checkout/sidebar/removeItem/", "remove_from_cart"],
])("%s is %s", (path, name) => {
  const sightings = start()
  request(path)
  expect(sightings).toMatchObject([{ name, source: "request" }])
})

test.each([
  ["what the shop refused", "/cart/add.js", { responseStatus: 422 }],
  ["the cart that is read", "/cart.js", {}],
  ["a quantity that is changed", "/cart/change.js", {}],
  ["a counter", "https://stats.example/collect?event=add_to_cart", {}],
  ["a picture", "/img/add-to-cart.svg", { initiatorType: "img" }],
  ["a document", "/cart/add", { initiatorType: "navigation" }],
])("%s is none", (_title, path, more) => {
  const sightings = start()
  request(path, more)
  expect(sightings).toEqual([])
})

test("the control that was pressed names the item", () => {
  const sightings = start(`<h1>Vase</h1><button data-product-id="7">Los!</button>`)
  press("button")
  request("/cart/add.js")
  expect(sightings[0]).toMatchObject({ aboutPage: true, props: { items: [{ item_id: "7" }] } })
})

test("WooCommerce's blocks say so themselves", () => {
  const sightings = start()
  document.body.dispatchEvent(new CustomEvent("wc-blocks_added_to_cart", { bubbles: true }))
  document.body.dispatchEvent(new CustomEvent("wc-blocks_removed_from_cart", { bubbles: true }))
  expect(sightings.map(({ name, source }) => [name, source])).toEqual([
    ["add_to_cart", "dom-event"],
    ["remove_from_cart", "dom-event"],
  ])
})
