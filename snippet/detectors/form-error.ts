import { defineDetector } from "../detector"
import { nameForm } from "../form-meaning"
import { findTarget } from "../gestures"

/** What a page's own check has to say, it says by then. */
const CHECK_MS = 1_500
const MOST_FIELDS = 20
const wrong =
  '[aria-invalid="true"],.is-invalid,.has-error,.invalid,.error,.field-error,.form-error,.wpcf7-not-valid,[role="alert"]'

/** `form_error`: a form that the browser or the page refuses to send, with the names of the fields it complains of. */
export const formError = defineDetector({
  name: "form-error",
  start(report, signal, { listen, guard }) {
    let refused = new Map<HTMLFormElement, Set<string>>()
    let timer: ReturnType<typeof setTimeout> | undefined
    signal.addEventListener("abort", () => clearTimeout(timer))

    const tell = (form: HTMLFormElement, fields: Iterable<string>) =>
      report({
        name: "form_error",
        source: "form",
        props: { ...nameForm(form), fields: [...fields].filter(Boolean).slice(0, MOST_FIELDS) },
      })
    /** Complaints that can be seen, and the fields they are of. */
    const complaints = (form: Element) =>
      [...form.querySelectorAll(wrong)].filter(
        (one) =>
          (one.matches("[aria-invalid]") || one.textContent?.trim()) && one.checkVisibility?.() !== false,
      )
    const nameOf = (complaint: Element) =>
      (complaint.matches("[name]")
        ? complaint
        : (complaint.querySelector("[name]") ?? complaint.parentElement?.querySelector("[name]"))
      )?.getAttribute("name") ?? ""

    // One attempt makes one event of each field that is not as it should be.
    listen("invalid", (event) => {
      const field = findTarget(event) as HTMLInputElement | undefined
      const form = field?.form
      if (!field || !form) return
      if (refused.size === 0)
        setTimeout(
          guard(() => {
            for (const [one, fields] of refused) tell(one, fields)
            refused = new Map()
          }),
        )
      refused.set(form, (refused.get(form) ?? new Set()).add(field.name))
    })
    listen("submit", (event) => {
      const form = findTarget(event)
      if (!(form instanceof HTMLFormElement)) return
      const before = complaints(form)
      clearTimeout(timer)
      timer = setTimeout(
        guard(() => {
          const now = form.isConnected ? complaints(form) : []
          // The same complaints again are as new as the attempt, unless the form was sent.
          if (now.some((one) => !before.includes(one)) || (now.length > 0 && event.defaultPrevented))
            tell(form, new Set(now.map(nameOf)))
        }),
        CHECK_MS,
      )
    })
  },
})
