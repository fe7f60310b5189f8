import { sentName } from "./carried"
import { isCartForm } from "./detectors/cart"
import { nameForm } from "./detectors/form"
import { readFormFacts } from "./form-facts"
import { findTarget } from "./gestures"
import { hear } from "./hear"
import type { Inside } from "./inside"
import { looks } from "./page-changes"
import { toJson } from "./plain-copy"
import { isSearchForm } from "./search-form"

/**
 * Loads what looks at forms closely where the page has one that is sent to the site, and where an earlier page has sent
 * one. What a form says that is sent before it has come is kept for it, where something may be stored.
 */
export function joinForms({ consents, getFile }: Inside): void {
  let hasCome = false
  const load = () => {
    if (consents.analytics === "denied") return
    looks.delete(look)
    void getFile?.("forms")?.then(() => {
      hasCome = true
    })
  }
  const isOther = (form: Element) => isCartForm(form) || isSearchForm(form)
  /** Fields may hide whatever their form has. */
  const attempt = (run: () => void) => {
    try {
      run()
    } catch {}
  }
  // What is sent without a form asks for an address as well.
  const look = () =>
    attempt(() => [...document.querySelectorAll("form,[type=email]")].every(isOther) || load())
  const keep = (event: Event) =>
    attempt(() => {
      const form = findTarget(event)?.closest("form")
      if (hasCome || !form || isOther(form)) return
      load()
      if (event.type !== "submit" || consents.analytics !== "granted") return
      const elements = readFormFacts(form, (event as SubmitEvent).submitter)
      sessionStorage.setItem(sentName, toJson({ at: Date.now(), form: nameForm(form), elements }))
    })
  hear("input submit", keep)
  looks.add(look)
  attempt(() => sessionStorage.getItem(sentName) && load())
  look()
}
