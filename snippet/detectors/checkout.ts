import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { isNewVisit } from "../new-visit"
import { isCartPage, isCheckoutPage } from "../shop-pages"
import { readText } from "../text"

/** What a step's choices and fields are called, and the parameter that takes the label of the choice. */
const steps: [event: string, param: string, choices: RegExp, fields: string][] = [
  [
    "add_shipping_info",
    "shipping_tier",
    /ship|deliver|versand|liefer|livrais|envio|dostav/i,
    '[autocomplete*=address],[autocomplete~=postal-code],[name*="zip" i],[name*="postcode" i],[name*="street" i],[name*="address" i]',
  ],
  [
    "add_payment_info",
    "payment_type",
    /pay|zahl|paiem|pago|oplat/i,
    '[autocomplete^=cc-],[name*="card" i][name*="num" i]',
  ],
]

/** `view_cart`, `begin_checkout` on the way into the pages of a checkout, `add_shipping_info` and `add_payment_info` inside. */
export const checkout = defineDetector({
  name: "checkout",
  start(report, _signal, { onVisit, listen }) {
    let told = new Set<string>()
    onVisit((visit) => {
      const { at, referrer } = visit
      told = new Set()
      if (!isNewVisit(visit)) return
      if (isCartPage()) report({ name: "view_cart", source: "url", at })
      if (isCheckoutPage() && !(referrer && isCheckoutPage(referrer)))
        report({ name: "begin_checkout", source: "url", at })
    })
    const look = (cause: Event) => {
      const target = findTarget(cause)
      if (!target || !isCheckoutPage()) return
      const choices = [target, ...target.querySelectorAll(":checked")] as HTMLInputElement[]
      for (const [name, param, says, fields] of steps) {
        const choice = choices.find((one) => one.type === "radio" && says.test(one.name))
        // The label is what the shop has written; what is typed is never read.
        const label = readText(choice?.labels?.[0]?.textContent)?.slice(0, 100)
        const before = told.size
        if (choice || (cause.type === "submit" && target.querySelector(fields))) told.add(name)
        if (label) told.add(label)
        if (told.size > before)
          report({ name, source: "form", props: label ? { [param]: label } : {}, cause })
      }
    }
    listen("change submit", look)
  },
})
