import { readMarks } from "./marks"

export const isSeen = (element: Element) => element.isConnected && element.checkVisibility?.() !== false

/** What sends a form, and whom it tells of: without them nothing is sent. */
export const senders = "button,[type=submit],[type=button],[role=button]"
const contacts = '[type=password],[type=email],[type=tel],[name*="mail" i]'
/** What stands beside a form's sender. */
const otherSenders =
  /forgot|lost|reset|show|hide|view|clos|cancel|back|resend|captcha|google|facebook|apple|vergess|oubli|olvid|забы|показ|закр/i
const MOST_STEPS = 4

/**
 * The form whose sender was pressed, where a script sends it without its `submit`: the last button with words, of a form
 * or of what stands for one.
 */
export function findPressed(control: Element): Element | undefined {
  let form: Element | null = control.closest("form")
  let around = control.parentElement
  for (let step = 0; !form && around && step < MOST_STEPS; step++, around = around.parentElement) {
    if (around.querySelector("form")) return
    if (around.querySelector(contacts)) form = around
  }
  if (!form || (control.matches("[type=button]") && form.querySelector("[type=submit]"))) return
  const filled = [...form.querySelectorAll<HTMLInputElement>(contacts)].filter(isSeen)
  const last = [...form.querySelectorAll<HTMLInputElement>(senders)].findLast(
    (one) =>
      isSeen(one) &&
      /\p{L}/u.test(one.textContent + one.value) &&
      !otherSenders.test(readMarks(one) + one.textContent),
  )
  // Only whether something stands there, never what.
  return last === control && filled[0] && filled.every(({ value }) => value) ? form : undefined
}
