import { eventFields, flatItemFields, itemFields, oneProductEvents, renameFields } from "./aliases"
import { parseAmount } from "./amount"
import { asFields, type Fields } from "./fields"

const money = ["price", "value", "revenue", "total", "subtotal", "tax", "shipping", "discount"]
const counts = ["quantity", "index", "position"]

/**
 * The properties of a shopping event of the Segment Spec with our names: `products`, or the one product that stands
 * beside the event's own fields, become `items`; amounts in text become numbers. `name` is ours already. Of `value`,
 * `revenue`, `subtotal` and `total` of an order the first that is there is its value.
 */
export function readShoppingProperties(name: string, properties: Fields): Fields {
  const pairs = Object.hasOwn(eventFields, name) ? eventFields[name] : undefined
  if (!pairs) return properties
  const { products, ...own } = properties
  const item = oneProductEvents.has(name) && namesProduct(name, own) ? takeProduct(own) : undefined
  const props = readAmounts(renameFields(own, pairs, "cuelight"))
  if (name === "purchase" || name === "refund") {
    const value = props.value ?? props.revenue ?? props.subtotal ?? props.total
    if (value !== undefined) props.value = value
  }
  const items = Array.isArray(products) ? products.map(readProduct) : undefined
  if (items && item) {
    // The list is the whole story, and what stands beside it repeats it, or is the event's own.
    const [first] = items
    for (const [key, value] of Object.entries(item)) if (asFields(first)?.[key] !== value) props[key] = value
  }
  const told = items ?? (item && [item])
  if (told && props.items === undefined) props.items = told
  return props
}

/** Whatever is shared may have a `name` and a `url`; a product has an id besides. */
export function namesProduct(event: string, fields: Fields): boolean {
  const names = ["product_id", "sku", "item_id", ...(event === "share" ? [] : ["name", "item_name"])]
  return names.some((name) => typeof fields[name] === "string" || typeof fields[name] === "number")
}

/** Takes the fields of the one product out of the event's own. */
function takeProduct(own: Fields): Fields {
  const product: Fields = {}
  for (const key of flatItemFields) {
    if (!Object.hasOwn(own, key)) continue
    product[key] = own[key]
    delete own[key]
  }
  for (const [, key] of itemFields) {
    if (!Object.hasOwn(own, key)) continue
    product[key] ??= own[key]
    delete own[key]
  }
  return readItem(product)
}

function readProduct(product: unknown): unknown {
  const fields = asFields(product)
  return fields ? readItem(fields) : product
}

/** An article number stands for the id where there is no other. */
function readItem(product: Fields): Fields {
  const item = readAmounts(renameFields(product, itemFields, "cuelight"))
  const id = item.item_id ?? item.sku
  if (typeof id === "number" || (item.item_id === undefined && id !== undefined)) item.item_id = String(id)
  return item
}

function readAmounts(fields: Fields): Fields {
  const read: Fields = { ...fields }
  for (const key of money) if (typeof read[key] === "string") read[key] = parseAmount(read[key]) ?? read[key]
  for (const key of counts) {
    const value = read[key]
    if (typeof value === "string" && /^\d{1,9}$/.test(value.trim())) read[key] = Number(value)
  }
  return read
}
