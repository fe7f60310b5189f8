import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { isSearchForm } from "../search-form"
import { isCartForm } from "./cart"

const MOST_FIELDS = 50

/** GA4's parameters, and the names of the fields. Never a value: what people type stays theirs. */
export function describeForm(form: HTMLFormElement): Record<string, unknown> {
  // A field called `id` or `elements` hides the form's own property of that name, but not its attributes.
  const read = (name: string) => form.getAttribute(name)?.slice(0, 100) || undefined
  const fields = new Set<string>()
  for (const field of form.querySelectorAll<HTMLInputElement>("input:not([type=hidden]),select,textarea"))
    if (field.name && fields.size < MOST_FIELDS) fields.add(field.name.slice(0, 100))
  return {
    form_id: read("id"),
    form_name: read("name"),
    form_destination: cleanUrl(form.getAttribute("action") ?? ""),
    fields: [...fields],
  }
}

/** The form as `form_submit` tells it, without the names of its fields. */
export function nameForm(form: HTMLFormElement): Record<string, unknown> {
  const { fields: _fields, ...rest } = describeForm(form)
  return rest
}

/** Forms that are begun in the present visit. */
export const begun = { forms: new WeakSet<Element>() }

/** `form_start` at the first input of a visit, `form_submit` when it is sent. Carts and searches are events of their own. */
export const form = defineDetector({
  name: "form",
  start(report, _signal, { onVisit, listen }) {
    onVisit(() => {
      begun.forms = new WeakSet()
    })
    const tell = (event: Event, isStart: boolean) => {
      const found = findTarget(event)?.closest("form")
      if (!found || (isStart && begun.forms.has(found))) return
      if (isCartForm(found, (event as SubmitEvent).submitter) || isSearchForm(found)) return
      begun.forms.add(found)
      report({
        name: isStart ? "form_start" : "form_submit",
        source: "form",
        props: describeForm(found),
        cause: event,
      })
    }
    listen("input change", (event) => tell(event, true))
    listen("submit", (event) => tell(event, false))
  },
})
