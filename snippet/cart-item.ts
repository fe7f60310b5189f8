import { bareName, idFields, quantityFields } from "./cart-fields"
import { dropMissing, readText } from "./text"

const idAttributes = ["product_id", "product-id", "productid", "item-id", "sku", "product-sku"]

export type CartItem = Record<string, string | number | undefined>

/** What a cart control is about, from its own markup: hidden fields of its form and data attributes name the item. */
export function readCartItem(control: Element): CartItem {
  let id: string | undefined
  let quantity: number | undefined
  const fields = control.closest("form")?.querySelectorAll<HTMLInputElement>("input,select,button") ?? []
  for (const { name: whole, value, type } of fields) {
    const name = bareName(whole)
    // Only what the shop wrote itself, never what a person typed; a quantity is a number and no secret.
    if (idFields.test(name) && /^(hidden|submit|button)$/.test(type)) id ??= readText(value)
    if (quantityFields.test(name) && /^\d{1,3}$/.test(value)) quantity = Number(value)
  }
  for (const name of idAttributes)
    id ??= readText(control.closest(`[data-${name}]`)?.getAttribute(`data-${name}`))
  return { item_id: id, quantity }
}

/** How a control is described: by itself, until somebody who reads the tiles of lists takes over; not at all, where it will be refused. */
export const cartItems = {
  describe: (control: Element): { props: Record<string, unknown>; aboutPage: boolean } | undefined =>
    // In a list it is about one of many, and the page about none of them.
    toCartProps(readCartItem(control), !control.closest("li,article")),
}

export function toCartProps(item: CartItem, aboutPage: boolean) {
  const known = dropMissing(item)
  return { props: Object.keys(known).length > 0 ? { items: [known] } : {}, aboutPage }
}
