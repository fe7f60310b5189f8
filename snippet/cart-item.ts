import { parseAmount } from "../shared/log/amount"
import { dropMissing, readText } from "./product"

const idAttributes = ["data-product_id", "data-product-id", "data-productid", "data-item-id", "data-sku", "data-product-sku"]
const idFields = /^(add-to-cart|product(_?id)?|id_product|item_?id|sku|pid|variant(_?id)?)$/i
const MOST_STEPS = 8

/**
 * What a cart control is about, from its own markup: hidden fields of its form and data attributes name the item; in a
 * tile of a list the tile does. `aboutPage`: it stands with the page's own heading.
 */
export function describeCartItem(control: Element, submitter?: Element | null): { props: Record<string, unknown>; aboutPage: boolean } {
  const form = control.closest("form")
  let id: string | undefined
  let quantity: number | undefined
  for (const field of form?.elements ?? []) {
    const { name, value, type } = field as HTMLInputElement
    // Only what the shop wrote itself, never what a person typed; a quantity is a number and no secret.
    if (idFields.test(name) && /^(hidden|submit|button)$/.test(type)) id ??= readText(value)
    if (/^(quantity|qty|amount|count)$/i.test(name) && /^\d{1,3}$/.test(value)) quantity = Number(value)
  }
  if (submitter && idFields.test(submitter.getAttribute("name") ?? "")) id = readText(submitter.getAttribute("value")) ?? id
  for (const attribute of idAttributes) id ??= readText(control.closest(`[${attribute}]`)?.getAttribute(attribute))

  const tile = findTile(control)
  const item = dropMissing({
    item_id: id,
    item_name: tile && readText(tile.querySelector('[itemprop="name"],h2,h3,h4,[class*="title"],[class*="name"]')?.textContent),
    price: tile && parseAmount(tile.querySelector('[itemprop="price"],ins [class*="price"],[class*="price"]')?.textContent),
    quantity,
  })
  return { props: Object.keys(item).length > 0 ? { items: [item] } : {}, aboutPage: !tile }
}

/** The element that repeats in a list and holds the control; none, where the page's heading is nearer. */
function findTile(control: Element): Element | undefined {
  let element = control
  for (let step = 0; step < MOST_STEPS; step++) {
    const parent = element.parentElement
    if (!parent || element.querySelector("h1")) return
    const alike = [...parent.children].filter(
      (other) => other.localName === element.localName && other.className.split?.(" ")[0] === element.className.split?.(" ")[0],
    )
    if (alike.length > 2 && element.querySelector("a[href]") && element !== control && alike.filter((other) => other.querySelector("img")).length > 2)
      return element
    element = parent
  }
}
