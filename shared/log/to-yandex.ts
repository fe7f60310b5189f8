import type { TouchpointEvent } from "../event"
import { renameAll, type WrittenPush, wrapPush } from "./write-push"

type Fields = Record<string, unknown>

/** Our events and the actions of Yandex.Metrica's e-commerce data. It has no others: the rest are goals. */
const actions: Readonly<Record<string, string>> = {
  view_item_list: "impressions",
  select_item: "click",
  view_item: "detail",
  add_to_cart: "add",
  remove_from_cart: "remove",
  purchase: "purchase",
  view_promotion: "promoView",
  select_promotion: "promoClick",
}

const itemFields: Readonly<Record<string, string>> = {
  item_id: "id",
  item_name: "name",
  item_brand: "brand",
  item_variant: "variant",
  item_list_name: "list",
  index: "position",
}

const promotionFields: Readonly<Record<string, string>> = {
  promotion_id: "id",
  promotion_name: "name",
  creative_name: "creative",
  creative_slot: "position",
}

const orderFields: Readonly<Record<string, string>> = {
  transaction_id: "id",
  value: "revenue",
  item_list_name: "list",
}

const levels = ["item_category", "item_category2", "item_category3", "item_category4", "item_category5"]

/** A log does not know the counter's number, by which calls of `ym` begin. */
const COUNTER = 0

/**
 * An event as Yandex.Metrica takes it: the way back of the dialect `yandex`. Of the shopping events those that it has
 * actions for are pushes of e-commerce data; page views are hits, traits are the user's parameters, and everything else is
 * a goal of its name. What it has no place for (the value of a list of products) is left out.
 */
export function toYandex(event: TouchpointEvent): WrittenPush {
  return wrapPush(event, tell(event))
}

function tell({ name, props = {}, page }: TouchpointEvent): unknown {
  if (name === "identify") return [COUNTER, "userParams", props]
  if (name === "page_view") {
    const options = {
      ...(page?.title !== undefined && { title: page.title }),
      ...(page?.referrer !== undefined && { referer: page.referrer }),
      ...(Object.keys(props).length > 0 && { params: props }),
    }
    return [COUNTER, "hit", page?.url ?? "", options]
  }
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined
  if (action === undefined || (props.items !== undefined && !Array.isArray(props.items)))
    return [COUNTER, "reachGoal", name, renameAll(props, { value: "order_price" })]
  return { ecommerce: tellShopping(action, props) }
}

function tellShopping(action: string, props: Fields): Fields {
  const { items, currency, ...order } = props
  const isPromotion = action.startsWith("promo")
  const list = Array.isArray(items) ? items : []
  const products = list.map((item) => (isFields(item) ? writeItem(item, isPromotion) : item))
  const field = renameAll(order, orderFields)
  const told = {
    ...(Object.keys(field).length > 0 && { actionField: field }),
    ...(items !== undefined && { [isPromotion ? "promotions" : "products"]: products }),
  }
  return {
    ...(currency !== undefined && { currencyCode: currency }),
    // Impressions are a bare list of products: each names the list that it stands in.
    [action]: action === "impressions" ? products.map((product) => nameList(product, field.list)) : told,
  }
}

function writeItem(item: Fields, isPromotion: boolean): Fields {
  if (isPromotion) return renameAll(item, promotionFields)
  const path = levels.map((level) => item[level]).filter((name) => typeof name === "string" && name !== "")
  const rest = Object.fromEntries(Object.entries(item).filter(([key]) => !levels.includes(key)))
  return { ...renameAll(rest, itemFields), ...(path.length > 0 && { category: path.join("/") }) }
}

function nameList(product: unknown, list: unknown): unknown {
  return isFields(product) && list !== undefined ? { list, ...product } : product
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
