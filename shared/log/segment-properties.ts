import {
  eventFields,
  flatItemFields,
  itemFields,
  oneProductEvents,
  renameFields,
  toOwnNames,
} from "./aliases"
import { parseAmount } from "./amount"
import { asFields, type Fields } from "./fields"

const money: ReadonlySet<string> = new Set([
  "price",
  "value",
  "revenue",
  "total",
  "subtotal",
  "tax",
  "shipping",
  "discount",
])
const counts: ReadonlySet<string> = new Set(["quantity", "index", "position"])

const ownItem = toOwnNames(itemFields)
const ownFields = new Map(Object.entries(eventFields).map(([name, pairs]) => [name, toOwnNames(pairs)]))
/** Fields of a product wherever they stand, in Segment's names and ours. */
const productKeys: ReadonlySet<string> = new Set([...flatItemFields, ...itemFields.map(([, own]) => own)])

/**
 * The properties of a shopping event of the Segment Spec with our names: `products`, or the one product that stands
 * beside the event's own fields, become `items`; amounts in text become numbers. `name` is ours already. Of `value`,
 * `revenue`, `subtotal` and `total` of an order the first that is there is its value.
 */
export function readShoppingProperties(name: string, properties: Fields): Fields {
  const names = ownFields.get(name)
  if (!names) return properties
  const hasProduct = oneProductEvents.has(name) && namesProduct(name, properties)
  const own: Fields = {}
  const product: Fields = {}
  for (const key of Object.keys(properties)) {
    if (key === "products") continue
    const part = hasProduct && productKeys.has(key) ? product : own
    part[key] = properties[key]
  }
  const props = readAmounts(renameFields(own, names))
  if (name === "purchase" || name === "refund") {
    const value = props.value ?? props.revenue ?? props.subtotal ?? props.total
    if (value !== undefined) props.value = value
  }
  const { products } = properties
  const item = hasProduct ? readItem(product) : undefined
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
  return (
    isName(fields.product_id) ||
    isName(fields.sku) ||
    isName(fields.item_id) ||
    (event !== "share" && (isName(fields.name) || isName(fields.item_name)))
  )
}

function isName(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number"
}

function readProduct(product: unknown): unknown {
  const fields = asFields(product)
  return fields ? readItem(fields) : product
}

/** An article number stands for the id where there is no other. */
function readItem(product: Fields): Fields {
  const item = readAmounts(renameFields(product, ownItem))
  const id = item.item_id ?? item.sku
  if (typeof id === "number" || (item.item_id === undefined && id !== undefined)) item.item_id = String(id)
  return item
}

/** As `parseAmount`, which reads prices from pages: there a minus is a dash, in a log it is one. */
function readMoney(text: string): unknown {
  const amount = parseAmount(text) ?? text
  return typeof amount === "number" && /^\s*[-\u2212]\s?\D{0,3}\d/.test(text) ? -amount : amount
}

/** Changes the object itself, which is new. */
function readAmounts(fields: Fields): Fields {
  for (const key of Object.keys(fields)) {
    const value = fields[key]
    if (typeof value !== "string") continue
    if (money.has(key)) fields[key] = readMoney(value)
    else if (counts.has(key) && /^\s*\d{1,9}\s*$/.test(value)) fields[key] = Number(value)
  }
  return fields
}
