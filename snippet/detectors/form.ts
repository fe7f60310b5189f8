import { cleanUrl } from "../clean-url"
import { defineDetector } from "../detector"
import { isCartForm } from "./cart"
import { isSearchForm } from "./search"

const MOST_FIELDS = 50

/** GA4's parameters, and the names of the fields. Never a value: what people type stays theirs. */
function describeForm(form: HTMLFormElement): Record<string, unknown> {
  const read = (name: string) => form.getAttribute(name)?.slice(0, 100) || undefined
  const fields: string[] = []
  for (const field of form.elements) {
    const { name, type } = field as HTMLInputElement
    if (name && type !== "hidden" && fields.length < MOST_FIELDS && !fields.includes(name))
      fields.push(name.slice(0, 100))
  }
  return {
    form_id: read("id"),
    form_name: read("name"),
    form_destination: cleanUrl(form.getAttribute("action") ?? ""),
    fields,
  }
}

/** `form_start` at the first input of a visit, `form_submit` when it is sent. Carts and searches are events of their own. */
export const form = defineDetector({
  name: "form",
  start(report, signal, { onVisit }) {
    let started = new WeakSet<Element>()
    onVisit(() => {
      started = new WeakSet()
    })
    const options = { signal, capture: true, passive: true }
    const isOther = (found: Element, submitter?: Element | null) =>
      isCartForm(found, submitter) || isSearchForm(found)
    const onInput = (event: Event) => {
      const target = event.composedPath()[0]
      const found = target instanceof Element ? target.closest("form") : null
      if (!found || started.has(found) || isOther(found)) return
      started.add(found)
      report({ name: "form_start", source: "form", props: describeForm(found) })
    }
    addEventListener("input", onInput, options)
    addEventListener("change", onInput, options)
    addEventListener(
      "submit",
      (event) => {
        const found = event.target
        if (!(found instanceof HTMLFormElement) || isOther(found, event.submitter)) return
        report({ name: "form_submit", source: "form", props: describeForm(found), cause: event })
      },
      options,
    )
  },
})
