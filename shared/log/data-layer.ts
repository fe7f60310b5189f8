import { parseAmount } from "./amount"
import {
  asFields,
  complete,
  type DataLayerEvent,
  type ReadAmount,
  readFields,
  readGa4,
  readItems,
} from "./ga4-push"
import { readSignedAmount } from "./signed-amount"

type Fields = Record<string, unknown>

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

/** Universal Analytics' names of an item's fields, which sites push in GA4 events as well. */
const itemFields: Record<string, string> = {
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

/**
 * The events in one push to a data layer: `gtag("event", …)` arguments, GA4's `{ event, ecommerce }` (or flat), UA
 * Enhanced Ecommerce and Yandex `ecommerce`. A push that is none of these tells nothing. Never throws for plain data.
 * Sources: GA4 recommended events; Yandex.Metrica's e-commerce data; Universal Analytics' Enhanced Ecommerce.
 */
export function readDataLayerPush(push: unknown): DataLayerEvent[] {
  if (Array.isArray(push)) {
    const [command, name, fields] = push
    return command === "event"
      ? readGa4(name, asFields(fields) ?? {}, readSignedAmount, rename(itemFields))
      : []
  }
  const fields = asFields(push)
  if (!fields) return []
  const enhanced = readEnhancedPush(fields, readSignedAmount)
  return enhanced.length > 0
    ? enhanced
    : readGa4(fields.event, asFields(fields.ecommerce) ?? fields, readSignedAmount, rename(itemFields))
}

/** The events of UA Enhanced Ecommerce and Yandex `ecommerce` alone. */
export function readEnhancedPush(push: unknown, readAmount: ReadAmount = parseAmount): DataLayerEvent[] {
  const ecommerce = asFields(asFields(push)?.ecommerce)
  if (!ecommerce) return []
  const events: DataLayerEvent[] = []
  for (const [action, name] of Object.entries(enhancedNames)) {
    const told = ecommerce[action]
    const details = asFields(told)
    if (!details && !Array.isArray(told)) continue
    const { step, ...order } = asFields(details?.actionField) ?? {}
    // Later steps of a checkout are not its beginning.
    if (action === "checkout" && Number(step ?? 1) > 1) continue
    const props: Fields = readFields(rename(enhancedOrderFields)(order), readAmount)
    const currency = ecommerce.currencyCode ?? details?.currencyCode ?? order.currency
    if (typeof currency === "string") props.currency = currency
    const items = details ? (details.products ?? details.promotions) : told
    const translate = rename(/^promo/.test(action) ? enhancedPromotionFields : itemFields)
    if (Array.isArray(items)) props.items = readItems(items, readAmount, translate)
    else if (asFields(items)) props.items = readItems([items], readAmount, translate)
    events.push({ name, props: complete(props) })
  }
  return events
}

/** By other names. The new name wins over a value that has it already only where that is missing. */
function rename(names: Record<string, string>): (fields: Fields) => Fields {
  return (fields) =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([key, value]) => {
        const name = Object.hasOwn(names, key) ? names[key]! : key
        return name === key || !Object.hasOwn(fields, name) ? [[name, value]] : []
      }),
    )
}
