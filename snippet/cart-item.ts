import { parseAmount } from "../shared/log/amount"
import { dropMissing, readText } from "./product"

const idAttributes = [
  "data-product_id",
  "data-product-id",
  "data-productid",
  "data-item-id",
  "data-sku",
  "data-product-sku",
]
const idFields = /^(add-to-cart|product(_?id)?|id_product|item_?id|sku|pid|variant(_?id)?)$/i
const MOST_STEPS = 8

/** What a person presses. */
export const controls =
  'button,a,input[type="submit"],input[type="button"],input[type="image"],[role="button"],[onclick]'

/**
 * What a cart control is about, from its own markup: hidden fields of its form and data attributes name the item; in a
 * tile of a list the tile does. `aboutPage`: it stands with the page's own heading.
 */
export function describeCartItem(control: Element): { props: Record<string, unknown>; aboutPage: boolean } {
  let id: string | undefined
  let quantity: number | undefined
  const fields = control.closest("form")?.querySelectorAll<HTMLInputElement>("input,select,button") ?? []
  for (const { name, value, type } of fields) {
    // Only what the shop wrote itself, never what a person typed; a quantity is a number and no secret.
    if (idFields.test(name) && /^(hidden|submit|button)$/.test(type)) id ??= readText(value)
    if (/^(quantity|qty|amount|count)$/i.test(name) && /^\d{1,3}$/.test(value)) quantity = Number(value)
  }
  for (const attribute of idAttributes)
    id ??= readText(control.closest(`[${attribute}]`)?.getAttribute(attribute))

  const tile = findTile(control)
  const read = (selector: string) => readText(tile?.querySelector(selector)?.textContent)
  const item = dropMissing({
    item_id: id,
    item_name: read('[itemprop="name"],h2,h3,h4,[class*="title"],[class*="name"]'),
    price: parseAmount(read('[itemprop="price"],ins [class*="price"],[class*="price"]')),
    quantity,
  })
  return { props: Object.keys(item).length > 0 ? { items: [item] } : {}, aboutPage: !tile }
}

/** The element that repeats in a list and holds the given one; none, where the page's heading is nearer. */
export function findTile(inner: Element): Element | undefined {
  let element = inner
  for (let step = 0; step < MOST_STEPS; step++) {
    const parent = element.parentElement
    if (!parent || element.querySelector("h1")) return
    if (element !== inner && element.querySelector("a[href]")) {
      const kind = kindOf(element)
      const alike = [...parent.children].filter(
        (other) => kindOf(other) === kind && other.querySelector("img"),
      )
      // Two columns of a layout are alike as well: a pair must call itself a list.
      if (alike.length > 2 || (alike.length > 1 && /^(li|article)|product|item|card|tile/i.test(kind)))
        return element
    }
    element = parent
  }
}

function kindOf(element: Element): string {
  return `${element.localName} ${element.getAttribute("class")?.trim().split(/\s+/)[0]}`
}
