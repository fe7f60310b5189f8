/** What the markup of a form says of it, bounded: kinds and names, and the words on its button and above it. Never a value. */
export interface FormFacts {
  /** ms UTC, when it was sent. */
  at: number
  /** As `form_submit` names it. */
  form: Record<string, unknown>
  /** Two elements around it, the form, its fields, titles and button: names, words, and the attributes by their place. */
  elements: [name: string, words: string | null | undefined, ...attributes: (string | null)[]][]
}

const MOST_ELEMENTS = 100
export const factAttributes = ["type", "name", "autocomplete", "id", "class", "action", "aria-label", "title"]

/** What is asked of a form that is sent before anybody here can tell what it means. */
export function readFormFacts(form: Element, submitter: Element | null | undefined): FormFacts["elements"] {
  const { parentElement: around } = form
  const fields = form.querySelectorAll("input:not([type=submit]),select,textarea,h1,h2,h3,h4,legend")
  const button = submitter ?? form.querySelector('button:not([type="button"]),[type=submit]')
  return [around?.parentElement, around, form, ...[...fields].slice(0, MOST_ELEMENTS), button].map((one) => [
    one?.localName ?? "i",
    // What a button or a title says, the shop has written.
    one?.matches("[type=submit],[name=form_type][type=hidden]")
      ? one.getAttribute("value")
      : one?.matches("button,h1,h2,h3,h4,legend")
        ? one.textContent?.slice(0, 200)
        : undefined,
    ...factAttributes.map((name) => one?.getAttribute(name) ?? null),
  ])
}
