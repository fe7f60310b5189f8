import { findComplaints } from "../complaints"
import { defineDetector } from "../detector"
import { findTarget } from "../gestures"
import { nameForm } from "./form"

/** What a page's own check has to say, it says by then. */
const CHECK_MS = 1_500
const MOST_FIELDS = 20

/** `form_error`: a form that the browser or the page refuses to send, with the names of the fields it complains of. */
export const formError = defineDetector({
  name: "form-error",
  start(report, _signal, { listen, guard }) {
    let refused: Element[] = []
    const tell = (form: HTMLFormElement, complaints: Element[]) => {
      // The field that a complaint is of, or stands beside.
      const names = complaints.map((one) =>
        [one, one.querySelector("[name]"), one.parentElement?.querySelector("[name]")]
          .map((field) => field?.getAttribute("name"))
          .find(Boolean),
      )
      const fields = [...new Set(names)].filter(Boolean).slice(0, MOST_FIELDS)
      report({ name: "form_error", source: "form", props: { ...nameForm(form), fields } })
    }
    // One attempt makes one event of each field that is not as it should be.
    listen("invalid", (event) => {
      const field = findTarget(event) as HTMLInputElement | undefined
      const form = field?.form
      if (form && refused.push(field) === 1)
        setTimeout(
          guard(() => {
            tell(form, refused)
            refused = []
          }),
        )
    })
    listen("submit", (event) => {
      const form = findTarget(event)
      if (!(form instanceof HTMLFormElement)) return
      const before = findComplaints(form)
      setTimeout(
        guard(() => {
          const now = form.isConnected ? findComplaints(form) : []
          // The same complaints again are as new as the attempt, unless the form was sent.
          if (now[0] && (event.defaultPrevented || now.some((one) => !before.includes(one)))) tell(form, now)
        }),
        CHECK_MS,
      )
    })
  },
})
