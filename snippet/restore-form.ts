import { type FormFacts, factAttributes } from "./form-facts"

/** A form that is nowhere on a page and says of itself what the form of an earlier page has said. */
export function restoreForm({ elements }: FormFacts): HTMLFormElement {
  const inert = document.implementation.createHTMLDocument("")
  const [outer, inner, form, ...rest] = elements.map(([name, words, ...values]) => {
    const element = inert.createElement(/^[a-z][\w-]*$/.test(name) ? name : "i")
    factAttributes.forEach((attribute, place) => {
      const value = values[place]
      if (typeof value === "string") element.setAttribute(attribute, value)
    })
    if (words && element.localName === "input") element.setAttribute("value", words)
    else element.textContent = words ?? null
    return element
  })
  form!.append(...rest)
  inner!.append(form!)
  outer!.append(inner!)
  return form as HTMLFormElement
}
