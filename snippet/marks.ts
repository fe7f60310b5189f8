const names = ["id", "class", "name", "href", "src", "action", "aria-label", "title", "data-action"]

/** What its makers call an element and so many of those around it: their ids, classes, addresses and labels, never a value. */
export function readMarks(element: Element | null | undefined, steps = 0): string {
  return element && element !== document.body
    ? `${element.localName} ${names.map((name) => element.getAttribute(name) ?? "").join(" ")} ${steps ? readMarks(element.parentElement, steps - 1) : ""}`
    : ""
}
