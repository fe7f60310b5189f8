import { controls, describeCartItem } from "../cart-item"
import { isCartControl } from "../cart-words"
import { defineDetector } from "../detector"

/** Addresses that shop systems add to the cart with. */
const cartAddress =
  /\/cart\/add|add[-_]?to[-_]?(cart|basket|bag)|(basket|warenkorb|panier|carrello)\/add|action=add_(product|cart)|action=ADD2BASKET/i
/** Whether a form adds to the cart: by where it goes, by a field of the shop system, or by the button it is sent with. */
export function isCartForm(form: Element, submitter?: Element | null): boolean {
  if (cartAddress.test(form.getAttribute("action") ?? "") || form.querySelector('[name="add-to-cart"]'))
    return true
  const button =
    submitter ?? form.querySelector('button:not([type="button"]),input[type="submit"],input[type="image"]')
  return button ? isCartControl(button) : false
}

/** `add_to_cart` from form posts and buttons that plainly say so. */
export const cart = defineDetector({
  name: "cart",
  start(report, signal) {
    const options = { signal, capture: true, passive: true }
    addEventListener(
      "click",
      (event) => {
        const target = event.composedPath()[0]
        const control = target instanceof Element ? target.closest(controls) : null
        if (!control || !isCartControl(control)) return
        // A form that the browser will refuse to send adds nothing.
        const form = control.closest("form")
        if (form?.matches(":invalid") && !form.noValidate) return
        report({ name: "add_to_cart", source: "button", ...describeCartItem(control, control), cause: event })
      },
      options,
    )
    addEventListener(
      "submit",
      (event) => {
        const form = event.target
        if (!(form instanceof Element) || !isCartForm(form, event.submitter)) return
        report({
          name: "add_to_cart",
          source: "form",
          ...describeCartItem(form, event.submitter),
          cause: event,
        })
      },
      options,
    )
  },
})
