import { bareName, idFields, quantityFields } from "./cart-fields"
import { cleanUrl } from "./clean-url"

/** What the markup of an element says of it: its name, words on it, the place of the element around it, attributes. */
export type Fact = [name: string, words: unknown, within: number, attributes: Record<string, string>]

const MOST_FIELDS = 100
/** One more than a control of a cart may say. */
const MOST_WORDS = 61
const told =
  /^(id|name|type|role|class|action|title|alt|aria-(label|disabled)|data-.*(id|sku)|property|content|item(prop|type|scope))$/

/** Of elements in the order of the page. */
export function describe(elements: Element[], read: (one: Element, attributes: Fact[3]) => unknown): Fact[] {
  return elements.map((one) => {
    const attributes: Fact[3] = {}
    for (const { name, value } of one.attributes)
      if (told.test(name)) attributes[name] = name === "action" ? cleanUrl(value) : value.slice(0, 300)
    const within = elements.findLastIndex((other) => other !== one && other.contains(one))
    return [one.localName, read(one, attributes), within, attributes]
  })
}

/** What is written on it, on one line. */
export function readWords(one: Element, most: number): string {
  return one.textContent!.replace(/\s+/g, " ").trim().slice(0, most)
}

/**
 * What a page that goes leaves of something pressed or sent, until somebody can tell what it means. Never what is typed:
 * words of buttons alone, and values that the shop wrote. The element itself is the last of those before its form's fields.
 */
export function readFacts(
  target: Element,
  form: Element | null | undefined,
): { depth: number; elements: Fact[] } {
  const around: Element[] = []
  for (let one: Element | null = target; one; one = one.parentElement) around.unshift(one)
  const fields = [...(form?.querySelectorAll("input,select,textarea,button") ?? [])].filter(
    (one) => one !== target,
  )
  const elements = describe([...around, ...fields.slice(0, MOST_FIELDS)], (one, attributes) => {
    const { value } = one as HTMLInputElement
    const name = bareName(attributes.name ?? "")
    if (
      (/^(submit|button|image|hidden)$/.test(attributes.type!) && (one === target || idFields.test(name))) ||
      (quantityFields.test(name) && /^\d{1,3}$/.test(value))
    )
      // Like an id to who takes out the numbers of cards.
      attributes.valueId = value
    if (one.localName === "button" || (one === target && one !== form)) return readWords(one, MOST_WORDS)
  })
  return { depth: around.length, elements }
}
