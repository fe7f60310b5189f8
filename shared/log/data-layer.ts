import { parseAmount } from "./amount"

/** An event as a data layer tells it, in Cuelight's words. */
export interface DataLayerEvent {
  name: string
  props: Record<string, unknown>
}

type Fields = Record<string, unknown>

/** GA4's recommended events, which are Cuelight's own names. A `page_view` is the recorder's own business. */
const ga4Names =
  /^(add_(payment_info|shipping_info|to_cart|to_wishlist)|begin_checkout|generate_lead|login|purchase|refund|remove_from_cart|search|select_(item|promotion)|share|sign_up|view_(cart|item|item_list|promotion))$/

/** UA Enhanced Ecommerce, and Yandex.Metrica, which took its shapes over. */
const enhancedNames: Record<string, string> = {
  impressions: "view_item_list",
  click: "select_item",
  detail: "view_item",
  add: "add_to_cart",
  remove: "remove_from_cart",
  checkout: "begin_checkout",
  purchase: "purchase",
  refund: "refund",
  promoView: "view_promotion",
  promoClick: "select_promotion",
}

const enhancedItemFields: Record<string, string> = {
  id: "item_id",
  name: "item_name",
  brand: "item_brand",
  category: "item_category",
  variant: "item_variant",
  list: "item_list_name",
  list_name: "item_list_name",
  position: "index",
  list_position: "index",
}

const enhancedPromotionFields: Record<string, string> = {
  id: "promotion_id",
  name: "promotion_name",
  creative: "creative_name",
  position: "creative_slot",
}

const enhancedOrderFields: Record<string, string> = {
  id: "transaction_id",
  revenue: "value",
  list: "item_list_name",
  option: "payment_type",
}

const amounts = /^(price|quantity|discount|value|tax|shipping|index|revenue)$/
const MOST_ITEMS = 200

/**
 * The events in one push to a data layer: `gtag("event", …)` arguments, GA4's `{ event, ecommerce }` (or flat), UA
 * Enhanced Ecommerce and Yandex `ecommerce`. A push that is none of these tells nothing. Never throws for plain data.
 * Sources: GA4 recommended events; Yandex.Metrica's e-commerce data; Universal Analytics' Enhanced Ecommerce.
 */
export function readDataLayerPush(push: unknown): DataLayerEvent[] {
  if (Array.isArray(push)) {
    const [command, name, fields] = push
    return command === "event" ? readGa4(name, asFields(fields) ?? {}) : []
  }
  const fields = asFields(push)
  if (!fields) return []
  const ecommerce = asFields(fields.ecommerce)
  const enhanced = ecommerce ? readEnhanced(ecommerce) : []
  if (enhanced.length > 0) return enhanced
  return readGa4(fields.event, ecommerce ?? fields)
}

function readGa4(name: unknown, { event: _, ecommerce: __, ...fields }: Fields): DataLayerEvent[] {
  if (name === "view_search_results") name = "search"
  if (typeof name !== "string" || !ga4Names.test(name)) return []
  const props: Fields = {}
  // GTM's own bookkeeping is not the event's.
  for (const [key, value] of Object.entries(fields))
    if (!/^(gtm\.|send_to|event_|eventCallback|eventTimeout)/.test(key)) props[key] = toAmount(key, value)
  if (Array.isArray(fields.items))
    props.items = fields.items.slice(0, MOST_ITEMS).map((item) => readItem(item))
  return [{ name, props: complete(props) }]
}

function readEnhanced(ecommerce: Fields): DataLayerEvent[] {
  const events: DataLayerEvent[] = []
  for (const [action, name] of Object.entries(enhancedNames)) {
    const told = ecommerce[action]
    const details = asFields(told)
    if (!details && !Array.isArray(told)) continue
    const { step, ...order } = asFields(details?.actionField) ?? {}
    // Later steps of a checkout are not its beginning.
    if (action === "checkout" && Number(step ?? 1) > 1) continue
    const props = rename(order, enhancedOrderFields)
    const currency = ecommerce.currencyCode ?? details?.currencyCode ?? order.currency
    if (typeof currency === "string") props.currency = currency
    const items = details ? (details.products ?? details.promotions) : told
    const names = /^promo/.test(action) ? enhancedPromotionFields : enhancedItemFields
    if (Array.isArray(items)) props.items = items.slice(0, MOST_ITEMS).map((item) => readItem(item, names))
    else if (asFields(items)) props.items = [readItem(items, names)]
    events.push({ name, props: complete(props) })
  }
  return events
}

function readItem(item: unknown, names = enhancedItemFields): Fields {
  return rename(asFields(item) ?? {}, names)
}

/** The new name wins over a value that has it already only where that is missing. */
function rename(fields: Fields, names: Record<string, string>): Fields {
  const made: Fields = {}
  for (const [key, value] of Object.entries(fields)) {
    const name = Object.hasOwn(names, key) ? names[key]! : key
    if (value !== "" && value !== null && (name === key || !Object.hasOwn(fields, name)))
      made[name] = /_id$/.test(name) && typeof value === "number" ? String(value) : toAmount(name, value)
  }
  return made
}

/** GA4 asks for `value` and `currency`; what the items say is enough to know them. */
function complete(props: Fields): Fields {
  const items = Array.isArray(props.items) ? (props.items as Fields[]) : []
  props.currency ??= items[0]?.currency
  if (props.value === undefined) {
    let value = 0
    for (const { price, quantity } of items) value += Number(price) * Number(quantity ?? 1)
    if (items.length > 0 && Number.isFinite(value)) props.value = Math.round(value * 100) / 100
  }
  if (props.currency === undefined) delete props.currency
  return props
}

function toAmount(name: string, value: unknown): unknown {
  if (typeof value !== "string" || !amounts.test(name)) return value
  return parseAmount(value) ?? value
}

function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}
