import { cartItems, controls } from "../cart-item"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { readMarks } from "../marks"
import { readText } from "../product"
import { isCartPage } from "../shop-pages"

const removing =
  /(^|[^\p{L}])(remov|delet|del\b|удал|убрать|entfern|lösch|supprim|retirer|enlever|elimin|quitar|borrar|rimuov|usuń)/iu
/** What else can be taken back in a cart. */
const other = /coupon|voucher|promo|gutschein|rabatt|купон|промокод|скидк|gift|wish|note|address/i

/** `remove_from_cart`: a press on what takes a line out of the cart. */
export const cartRemove = defineDetector({
  name: "cart-remove",
  start(report, _signal, { listen }) {
    listen("click", (cause) => {
      const control = findTarget(cause)?.closest(controls)
      if (
        !control ||
        !(isCartPage() || /cart|basket|warenkorb|panier|carrito|korzin/i.test(readMarks(control, 8)))
      )
        return
      const marks = readMarks(control)
      // A cross says nothing, but what it is called does.
      const text = `${/\p{L}.*/u.exec(control.textContent ?? "") ?? control.getAttribute("value") ?? marks}`
      if (text.length > 60 + marks.length || !removing.test(text) || other.test(text + marks)) return
      const { props } = cartItems.describe(control)
      const [item = {}] = (props.items as Record<string, unknown>[] | undefined) ?? []
      item.item_name ??= readText(
        control
          .closest('tr,li,[class*="item" i],[class*="product" i],[class*="row" i]')
          ?.querySelector('[class*="name" i],[class*="title" i],h2,h3,h4,a[href]:not([href*=remov])')
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
