import { controls } from "../cart-fields"
import { cartItems } from "../cart-item"
import { isCartControl } from "../cart-words"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"

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
  start(report, _signal, { listen }) {
    const tell = (source: string, control: Element, cause: Event) => {
      const told = cartItems.describe(control)
      if (told) report({ name: "add_to_cart", source, ...told, cause })
    }
    listen("click", (event) => {
      const control = findTarget(event)?.closest(controls)
      // A form that the browser will refuse to send adds nothing.
      if (control && isCartControl(control) && !control.closest("form:invalid"))
        tell("button", control, event)
    })
    listen("submit", (event) => {
      const form = findTarget(event)
      const { submitter } = event as SubmitEvent
      if (form && isCartForm(form, submitter)) tell("form", submitter ?? form, event)
    })
  },
})
