import { cartItems, controls } from "../cart-item"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { readText } from "../product"
import { isCartPage } from "../shop-pages"

const cartBox =
  '[class*="cart" i],[id*="cart" i],[class*="basket" i],[id*="basket" i],[class*="warenkorb" i],[class*="panier" i],[class*="carrito" i],[class*="korzin" i]'
const removing =
  /^\P{L}*(remove|delete|удал|убрать|entfern|lösch|aus dem warenkorb|supprim|retirer|enlever|elimin|quitar|borrar|rimuovi|remover|usuń|verwijder|odstranit|видалити)/iu
const removingMark = /\bremove|delete|remove_item=|\/cart\/(remove|delete)|(^|[-_ ])del([-_ ]|$)/i
/** What else can be taken back in a cart. */
const other = /coupon|voucher|promo|gutschein|rabatt|купон|промокод|скидк|gift|wish|note|address/i
const row = 'tr,li,[class*="item" i],[class*="product" i],[class*="row" i]'

/** `remove_from_cart`: a press on what takes a line out of the cart. */
export const cartRemove = defineDetector({
  name: "cart-remove",
  start(report, _signal, { listen }) {
    listen("click", (cause) => {
      const control = findTarget(cause)?.closest(controls)
      if (!control || !(isCartPage(location.href) || control.closest(cartBox))) return
      const read = (name: string) => control.getAttribute(name) ?? ""
      const text = [control.textContent?.trim(), read("aria-label"), read("title"), read("value")].find(
        (one) => one && /\p{L}/u.test(one),
      )
      const marks = ["class", "href", "name", "data-action"].map(read).join(" ")
      const says = text ? text.length < 60 && removing.test(text) : removingMark.test(marks)
      if (!(says || removingMark.test(read("href"))) || other.test(`${text} ${marks}`)) return
      const { props } = cartItems.describe(control)
      const [item = {}] = (props.items as Record<string, unknown>[] | undefined) ?? []
      const line = control.closest(row)
      item.item_name ??= readText(
        line?.querySelector('[class*="name" i],[class*="title" i],h2,h3,h4,a[href]:not([href*="remov"])')
          ?.textContent,
      )
      report({
        name: "remove_from_cart",
        source: "button",
        props: item.item_id || item.item_name ? { items: [item] } : {},
        cause,
      })
    })
  },
})
