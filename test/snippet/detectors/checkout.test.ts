// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest"
import { checkout } from "../../../snippet/detectors/checkout"
import { openPage, watchDetector } from "../watch-detector"

afterEach(() => vi.restoreAllMocks())

const open = (address: string, body = "") => {
  openPage(address, body)
  return watchDetector(checkout)
}
const submit = () =>
  document.querySelector("form")!.dispatchEvent(new SubmitEvent("submit", { bubbles: true }))
const choose = (id: string) => {
  const radio = document.querySelector<HTMLInputElement>(`#${id}`)!
  radio.checked = true
  radio.dispatchEvent(new Event("change", { bubbles: true }))
}
const names = ({ sightings }: ReturnType<typeof open>) => sightings.map(({ name }) => name)

test.each([
  "/checkout",
  "/checkout/",
  "/checkouts/cn/abc",
  "/kasse",
  "/commande",
  "/finalizar-compra/",
  "/personal/order/make/",
  "/new_order",
  "/index.php?route=checkout/checkout",
  "/index.php?dispatch=checkout.checkout",
  "/Bestellvorgang",
  "/index.php?lang=0&cl=user",
])("%s begins a checkout", (address) => {
  expect(open(address).sightings).toMatchObject([{ name: "begin_checkout", source: "url" }])
})

test.each([
  "/cart",
  "/checkout/cart/",
  "/checkout/order-received/77/?key=x",
  "/checkout/onepage/success/",
  "/checkout/finish?orderId=7",
  "/bestellabschluss.php",
  "/index.php?dispatch=checkout.cart",
  "/index.php?dispatch=checkout.complete",
  "/index.php?cl=user_profile",
  "/checkout-tips",
  "/blog/faster-checkout-for-everyone",
  "/orders",
  "/account/order/",
  "/my/order",
  "/checkout/orderPlaced/",
])("%s does not", (address) => expect(names(open(address))).not.toContain("begin_checkout"))

test("its further pages, a reload and going back begin nothing", () => {
  const watched = open("/checkout/shipping")
  watched.visit("restored")
  expect(names(watched)).toEqual(["begin_checkout"])
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([
    { type: "reload" } as unknown as PerformanceEntry,
  ])
  expect(open("/checkout").sightings).toEqual([])
})

const choices = `<form><input name="street" value="Elm St 7"><label><input type="radio" name="shipping_method" id="post"> Post, 3 days</label>
<label><input type="radio" name="payment_method" id="invoice" value="inv"> Invoice</label><label><input type="radio" name="payment_method" id="card"> Card</label><label><input type="radio" name="gift" id="gift"> Wrap</label></form>`

test("what is chosen, by the words of the shop, each once", () => {
  const watched = open("/checkout", choices)
  choose("post")
  choose("invoice")
  choose("invoice")
  choose("card")
  choose("gift")
  expect(watched.sightings.slice(1)).toMatchObject([
    { name: "add_shipping_info", source: "form", props: { shipping_tier: "Post, 3 days" } },
    { name: "add_payment_info", props: { payment_type: "Invoice" } },
    { name: "add_payment_info", props: { payment_type: "Card" } },
  ])
  submit()
  expect(watched.sightings).toHaveLength(4)
})

test("sending tells what nobody had to choose, and never what was typed", () => {
  const watched = open(
    "/checkout",
    `<form><input autocomplete="street-address" value="Elm St 7"><input autocomplete="cc-number" value="4111111111111111"></form>`,
  )
  submit()
  expect(names(watched)).toEqual(["begin_checkout", "add_shipping_info", "add_payment_info"])
  expect(JSON.stringify(watched.sightings.map(({ props }) => props))).not.toMatch(/Elm|4111/)
})

test.each([
  ["another page", "/account", choices],
  ["a coupon in the checkout", "/checkout", `<form><input name="coupon"></form>`],
])("%s tells neither", (_title, address, body) => {
  const watched = open(address, body)
  submit()
  expect(names(watched).filter((name) => name.startsWith("add_"))).toEqual([])
})

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
])("%s is no cart", (address) => expect(names(open(address))).not.toContain("view_cart"))

test("each visit to the cart is a view, going back from the cache is not", () => {
  const watched = open("/cart")
  watched.visit()
  watched.visit("restored")
  expect(names(watched)).toEqual(["view_cart", "view_cart"])
})
