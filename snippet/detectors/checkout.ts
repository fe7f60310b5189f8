import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { dropMissing, readText } from "../product"
import { isCheckoutPage } from "../shop-pages"

type Step = "shipping" | "payment"
const steps: [Step, RegExp, string][] = [
  [
    "payment",
    /pay(ment)?[-_\]]?|zahl|paiement|pago|oplat|оплат/i,
    '[autocomplete^="cc-"],[name*="card_number" i],[name*="cardnumber" i]',
  ],
  [
    "shipping",
    /ship|deliver|versand|liefer|livraison|envio|dostav|доставк/i,
    '[autocomplete~="postal-code"],[autocomplete~="street-address"],[autocomplete~="address-line1"],[name*="postcode" i],[name*="zip" i],[name*="street" i],[name*="address" i]',
  ],
]

/** The label of the choice, which the shop has written; what is typed is never read. */
function labelOf(choice: HTMLInputElement): string | undefined {
  return readText(choice.labels?.[0]?.textContent)?.slice(0, 100)
}

/** `begin_checkout` on the way into the pages of a checkout, `add_shipping_info` and `add_payment_info` inside. */
export const checkout = defineDetector({
  name: "checkout",
  start(report, _signal, { onVisit, listen }) {
    const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[]
    let told = new Set<string>()
    onVisit(({ how, at, referrer }) => {
      told = new Set()
      const isAgain =
        how === "restored" || (how === "load" && entry?.type !== undefined && entry.type !== "navigate")
      if (!isAgain && isCheckoutPage(location.href) && !(referrer && isCheckoutPage(referrer)))
        report({ name: "begin_checkout", source: "url", at })
    })
    const tell = (step: Step, choice: HTMLInputElement | undefined, cause: Event) => {
      const label = choice && labelOf(choice)
      if (told.has(step) && (!label || told.has(label))) return
      told.add(step)
      if (label) told.add(label)
      report({
        name: `add_${step}_info`,
        source: "form",
        props: dropMissing({ [step === "payment" ? "payment_type" : "shipping_tier"]: label }),
        cause,
      })
    }
    const stepOf = ({ name }: HTMLInputElement) => steps.find(([, pattern]) => pattern.test(name))?.[0]

    listen("change", (event) => {
      const field = findTarget(event)
      if (!(field instanceof HTMLInputElement) || field.type !== "radio" || !isCheckoutPage(location.href))
        return
      const step = stepOf(field)
      if (step) tell(step, field, event)
    })
    listen("submit", (event) => {
      const form = findTarget(event)
      if (!(form instanceof HTMLFormElement) || !isCheckoutPage(location.href)) return
      const chosen = [...form.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked')]
      for (const [step, , fields] of steps.toReversed()) {
        const choice = chosen.find((one) => stepOf(one) === step)
        if (choice || form.querySelector(fields)) tell(step, choice, event)
      }
    })
  },
})
