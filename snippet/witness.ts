import { controls } from "./cart-fields"
import { readFacts } from "./facts"
import { findTarget } from "./gestures"
import type { Inside } from "./inside"
import type { Recorder } from "./recorder"

/** Words on what puts something in a cart, and on other things: who reads the facts knows better. */
export const ofCart = /cart|basket|bag|trolley|korb|wagen|waren|panier|carr|cest|bolsa|корзин/i
/** GA4's recommended events, about: who reads them knows better. */
const ga4Like =
  /^(add_|view_|select_|begin_ch|remove_f|generate_l|(login|purchase|refund|search|share|sign_up)$)/
const MOST_CHARACTERS = 2_000
/** Where people type. */
const typed = "input,select,textarea,[contenteditable]"

/**
 * What a page must leave that goes before somebody can say what it means: presses on what may be of a cart, forms that
 * are begun and sent, and GA4's pushes, without a source, as their facts alone.
 */
export function bearWitness(inside: Inside, { tell, listen, ears, early, pass }: Recorder): void {
  const note = (cause: Event, target: Element, form: Element | null | undefined) =>
    tell({ name: cause.type, source: "", props: readFacts(target, form), cause })
  const begun = new WeakSet<Element>()
  listen("click input submit", (event) => {
    const { type } = event
    const target = inside.isRead ? undefined : findTarget(event)
    if (type === "click") {
      const control = target?.closest(controls)
      if (
        control &&
        ofCart.test(control.outerHTML.slice(0, MOST_CHARACTERS)) &&
        // A form that the browser will refuse to send adds nothing.
        !control.closest("form:invalid,[contenteditable]") &&
        !control.querySelector(typed)
      )
        note(event, control, control.closest("form"))
      return
    }
    const form = target?.closest("form")
    if (!form || (type === "input" && begun.has(form))) return
    begun.add(form)
    note(event, (event as SubmitEvent).submitter ?? form, form)
  })
  ears.push([
    "push",
    (push: unknown, at: number) => {
      const name = Array.isArray(push) && push[0] === "event" ? push[1] : Object(push).event
      if (!inside.combine && ga4Like.test(name)) tell({ name, source: "", props: { push }, at })
    },
  ])
  for (const [type, values] of [...early]) pass(ears, type, values)
}
