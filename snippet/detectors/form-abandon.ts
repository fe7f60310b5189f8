import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { isSearchForm } from "../search-form"
import { isCartForm } from "./cart"
import { nameForm } from "./form"

/** `form_abandon`: a form that was begun and not sent when the page is left, with the name of the field it ended at. */
export const formAbandon = defineDetector({
  name: "form-abandon",
  start(report, _signal, { listen, onLeave }) {
    const begun = new Map<HTMLFormElement, string>()
    const begin = (event: Event) => {
      const field = findTarget(event)
      const form = field?.closest("form")
      if (form && !isCartForm(form) && !isSearchForm(form)) begun.set(form, field!.getAttribute("name") ?? "")
    }
    // Of what was typed before anybody listened the change is kept.
    listen("input change", begin)
    listen("submit", (event) => begun.delete(findTarget(event) as HTMLFormElement))
    onLeave((isOver) => {
      if (!isOver) return
      for (const [form, last_field] of begun)
        report({ name: "form_abandon", source: "form", props: { ...nameForm(form), last_field } })
      begun.clear()
    })
  },
})
