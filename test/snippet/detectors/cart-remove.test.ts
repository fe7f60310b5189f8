// @vitest-environment happy-dom
import { expect, test } from "vitest"
import { cartRemove } from "../../../snippet/detectors/cart-remove"
import { openPage, press, watchDetector } from "../watch-detector"

const pressIn = (body: string, address = "/cart") => {
  openPage(address, body)
  const { sightings } = watchDetector(cartRemove)
  press("[data-press]")
  return sightings
}

test.each([
  "Remove",
  "Delete item",
  "Удалить",
  "Убрать из корзины",
  "Entfernen",
  "Löschen",
  "Supprimer",
  "Retirer",
  "Eliminar",
  "Quitar",
  "× Remove",
])("%s takes a line out", (text) => {
  expect(
    pressIn(
      `<table><tr><td><a href="/vase">Blue vase</a></td><td><button data-press>${text}</button></td></tr></table>`,
    ),
  ).toMatchObject([
    { name: "remove_from_cart", source: "button", props: { items: [{ item_name: "Blue vase" }] } },
  ])
})

test("WooCommerce's cross, in its small cart on any page", () => {
  const line = `<li class="woocommerce-mini-cart-item"><a href="/cart/?remove_item=1" class="remove remove_from_cart_button" aria-label="Remove this item" data-product_id="77" data-press>&times;</a><a href="/vase">Blue vase</a></li>`
  expect(pressIn(`<ul class="woocommerce-mini-cart cart_list">${line}</ul>`, "/shop")[0]?.props).toEqual({
    items: [{ item_id: "77", item_name: "Blue vase" }],
  })
})

test("Shopify's link", () => {
  expect(
    pressIn(
      `<tr class="cart-item"><a href="/cart/change?line=1&quantity=0" class="cart-remove" data-press><svg></svg></a></tr>`,
    ),
  ).toHaveLength(1)
})

test.each([
  ["outside of a cart", "<button data-press>Remove</button>", "/account"],
  ["a coupon", `<button data-press>Remove coupon</button>`, "/cart"],
  ["a discount code by its class", `<button class="remove-voucher" data-press>Remove</button>`, "/cart"],
  ["the way on", `<button data-press>Proceed to checkout</button>`, "/cart"],
  ["a text", `<p data-press>Remove</p>`, "/cart"],
])("not %s", (_title, body, address) => expect(pressIn(body, address)).toEqual([]))

test("a bin that says nothing, by what is called when it is pressed", () => {
  const line = (button: string) =>
    pressIn(`<div class="cart-item"><a href="/vase">Blue vase</a>${button}</div>`)
  expect(line(`<button data-press onclick="LS.removeItem(1)"><svg></svg></button>`)).toHaveLength(1)
  expect(line(`<button data-press><svg><use href="#icon-trash"></use></svg></button>`)).toHaveLength(1)
  expect(line(`<button data-press onclick="LS.plusQuantity(1)"><svg></svg></button>`)).toEqual([])
})
