import { asFields, type Fields, firstText } from "../fields"
import { type PushedValue, readSurroundings, unwrapPush } from "../pushed-value"
import { readSignedAmount } from "../signed-amount"
import { toYandex } from "../to-yandex"
import type { Dialect } from "./dialect"
import { type Happening, placeEvents, readPush } from "./ga4-data-layer"

const actions = [
  "impressions",
  "click",
  "detail",
  "add",
  "remove",
  "checkout",
  "purchase",
  "refund",
  "promoView",
  "promoClick",
]
const methods = /^(hit|reachGoal|userParams|setUserID|params|notBounce|init|getClientID|extLink|file)$/

/**
 * Yandex.Metrica: pushes of its e-commerce data (`{ ecommerce: { currencyCode, add: { products } } }`, the shapes of
 * Universal Analytics), GA4's pushes, which it reads too, and calls of `ym` as lists (`[12345, "reachGoal", "lead"]`:
 * hits, goals by their names, users). Each with a time and a client id as in `unwrapPush`.
 * Source: Yandex.Metrica's help, "E-commerce: passing data".
 */
export const yandex: Dialect = {
  name: "yandex",

  recognise(value) {
    const found = unwrapPush(value)
    if (!found) return 0
    if (isCall(found.push)) {
      const [counter, method] = found.push
      return typeof counter === "number" && typeof method === "string" && methods.test(method) ? 1 : 0
    }
    const shopping = asFields(found.push.ecommerce)
    if (!shopping || Array.isArray(shopping.items)) return 0
    return actions.some((action) => typeof shopping[action] === "object") ? 0.9 : 0
  },

  write: toYandex,

  read(value) {
    const found = unwrapPush(value)
    if (!found) return [{ reason: "a push is an object or the arguments of a call" }]
    const { push, around } = found
    if (!isCall(push) || typeof push[0] !== "number")
      return placeEvents(readPush(found), readSurroundings(around))
    const known = push[1] === "setUserID" ? { ...around, user_id: push[2] } : around
    return placeEvents(readCall(push), readSurroundings(known))
  },
}

function isCall(push: PushedValue["push"]): push is readonly unknown[] {
  return Array.isArray(push)
}

function readCall([, method, target, options]: readonly unknown[]): Happening[] {
  const given = asFields(options) ?? {}
  if (method === "hit") {
    const url = firstText(target)
    const title = firstText(given.title)
    const referrer = firstText(given.referer)
    const page = { ...(url && { url }), ...(title && { title }), ...(referrer && { referrer }) }
    return [
      {
        name: "page_view",
        props: asFields(given.params) ?? {},
        ...(Object.keys(page).length > 0 && { page }),
      },
    ]
  }
  if (method === "reachGoal") {
    const goal = firstText(target)
    return goal ? [{ name: goal, props: readGoal(given) }] : []
  }
  if (method === "userParams" || method === "setUserID") {
    const { UserID: _, ...traits } = asFields(target) ?? {}
    return [{ name: "identify", props: traits }]
  }
  return []
}

/** What a goal is worth has GA4's names, like everything else; Yandex's own examples write it as text. */
function readGoal({ order_price, ...rest }: Fields): Fields {
  const value = typeof order_price === "string" ? readSignedAmount(order_price) : order_price
  return { ...(typeof value === "number" && { value }), ...rest }
}
