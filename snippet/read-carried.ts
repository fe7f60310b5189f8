import type { Carried } from "./carried"
import { describeSent, type Sent } from "./detectors/sent-form"
import type { FormFacts } from "./form-facts"
import { readFormMeaning } from "./form-meaning"
import { restoreForm } from "./restore-form"

/** What is carried, and of a form of which the page before knew only what stood in its markup, what it means. */
export function readCarried({ put, take }: Carried): Carried {
  return {
    put,
    async take() {
      const text = await take()
      const carried = JSON.parse(text || "0") as Partial<Sent & FormFacts> | null
      if (!carried?.elements) return text
      const meaning = readFormMeaning(restoreForm(carried as FormFacts))
      return meaning && JSON.stringify(describeSent(meaning, carried.form ?? {}, carried.at ?? 0))
    },
  }
}
