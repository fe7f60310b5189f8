import type { Fact } from "./facts"

/** Elements of an earlier page, as they stood in one another; they are nowhere on this one. */
export function restoreElements(facts: readonly Fact[], title = ""): { document: Document; made: Element[] } {
  const restored = document.implementation.createHTMLDocument(title)
  const made: Element[] = []
  for (const [name, words, within, attributes] of facts) {
    // What is chosen in a list is its value, which nobody has to choose again.
    const element = restored.createElement(name === "select" || !/^[a-z][\w-]*$/.test(name) ? "input" : name)
    if (words) element.textContent = typeof words === "string" ? words : JSON.stringify(words)
    for (const [attribute, value] of Object.entries(attributes))
      element.setAttribute(attribute === "valueId" ? "value" : attribute, value)
    ;(made[within] ?? restored.body).append(element)
    made.push(element)
  }
  return { document: restored, made }
}
