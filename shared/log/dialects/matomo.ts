import { asFields, type Fields, firstId, firstText, pickTexts } from "../fields"
import { readLooseInstant } from "../instant"
import type { Dialect, Reading, Refusal, ToldEvent } from "./dialect"

/**
 * Visits of Matomo, as its Live API gives them (`Live.getLastVisitsDetails`, JSON): one a value, with what was done in
 * `actionDetails`, each at its own time (s UTC). An event is called by its action, a goal by its name. A cart is told whole
 * whenever it changes, so nobody can say what was put in: `cart_update`. Source: Matomo's "Reporting API", module Live.
 */
export const matomo: Dialect = {
  name: "matomo",

  recognise(value) {
    const visit = asFields(value)
    return visit && visit.idVisit !== undefined && Array.isArray(visit.actionDetails) ? 1 : 0
  },

  read(value) {
    const visit = asFields(value)
    if (!visit || !Array.isArray(visit.actionDetails)) return [{ reason: "a visit has actionDetails" }]
    const person = firstId(visit.visitorId, visit.userId)
    if (person === undefined) return [{ reason: "a visit names nobody: visitorId is missing" }]
    const base = readVisit(visit, person)
    const referrer = firstText(visit.referrerUrl)
    return visit.actionDetails.flatMap((one, index) => {
      const action = asFields(one) ?? {}
      const told = readAction(action)
      if (told === undefined || "reason" in told) return told ?? []
      const at = readLooseInstant(action.timestamp)
      if (at === undefined) return { reason: `action ${index + 1} of the visit has no timestamp` }
      const page = {
        ...pickTexts(action, /^(outlink|download)$/.test(String(action.type)) ? {} : { url: "url" }),
        ...pickTexts(action, { pageTitle: "title" }),
        ...(index === 0 && referrer !== undefined && { referrer }),
      }
      const id = firstId(visit.idVisit)
      return {
        ...base,
        ...told,
        at,
        ...(id !== undefined && { id: `${id}-${index + 1}` }),
        ...(Object.keys(page).length > 0 && { page }),
      }
    }) satisfies Reading
  },
}

function readVisit(visit: Fields, person: string): Pick<ToldEvent, "person" | "source"> {
  const user = firstId(visit.userId)
  const session = firstId(visit.idVisit)
  const campaign =
    pickTexts(visit, {
      campaignSource: "source",
      campaignMedium: "medium",
      campaignName: "name",
      campaignKeyword: "term",
      campaignContent: "content",
    }) ??
    (visit.referrerType === "campaign"
      ? pickTexts(visit, { referrerName: "name", referrerKeyword: "term" })
      : undefined)
  const type = firstText(visit.deviceType)
  const device = {
    ...(type !== undefined && { type: type === "Smartphone" ? "mobile" : type.toLowerCase() }),
    ...pickTexts(visit, { operatingSystemName: "os", languageCode: "language" }),
  }
  return {
    person,
    source: "matomo",
    ...(user !== undefined && { user }),
    ...(session !== undefined && { session }),
    ...(campaign && { campaign }),
    ...(Object.keys(device).length > 0 && { device }),
  }
}

type Happening = Pick<ToldEvent, "name"> & { props: Fields }

/** Nothing for parts of a page that were seen; what is not known is told. */
function readAction(action: Fields): Happening | Refusal | undefined {
  const link = firstText(action.url)
  switch (action.type) {
    case "action":
      return { name: "page_view", props: {} }
    case "search":
      return { name: "search", props: { ...pickTexts(action, { siteSearchKeyword: "search_term" }) } }
    case "outlink":
      return { name: "click", props: { ...(link !== undefined && { link_url: link }), outbound: true } }
    case "download":
      return { name: "file_download", props: { ...(link !== undefined && { link_url: link }) } }
    case "event":
      return nameBy(firstText(action.eventAction), {
        ...pickTexts(action, { eventCategory: "category", eventName: "label" }),
        ...worth(action.eventValue),
      })
    case "goal":
      return nameBy(firstText(action.goalName), worth(action.revenue))
    case "ecommerceOrder":
      return { name: "purchase", props: readOrder(action) }
    case "ecommerceAbandonedCart":
      return { name: "cart_update", props: readOrder(action) }
    case "content":
      return undefined
    default:
      return {
        reason: `an action of the type ${JSON.stringify(String(action.type).slice(0, 40))} is not known`,
      }
  }
}

function nameBy(name: string | undefined, props: Fields): Happening | Refusal {
  return name === undefined ? { reason: "an event or a goal has no name" } : { name, props }
}

function readOrder(action: Fields): Fields {
  const order = firstId(action.orderId)
  const tax = worth(action.revenueTax).value
  const shipping = worth(action.revenueShipping).value
  const details = Array.isArray(action.itemDetails) ? action.itemDetails : []
  const items = details.map((one): Fields => {
    const item = asFields(one) ?? {}
    const id = firstId(item.itemSKU)
    const price = worth(item.price).value
    const quantity = worth(item.quantity).value
    return {
      ...(id !== undefined && { item_id: id }),
      ...pickTexts(item, { itemName: "item_name", itemCategory: "item_category" }),
      ...(price !== undefined && { price }),
      ...(quantity !== undefined && { quantity }),
    }
  })
  return {
    ...(order !== undefined && { transaction_id: order }),
    ...worth(action.revenue),
    ...(tax !== undefined && { tax }),
    ...(shipping !== undefined && { shipping }),
    ...(items.length > 0 && { items }),
  }
}

/** Amounts come as numbers or as text, by version. */
function worth(amount: unknown): { value?: number } {
  const number = typeof amount === "string" && /^-?\d+(\.\d+)?$/.test(amount) ? Number(amount) : amount
  return typeof number === "number" && Number.isFinite(number) ? { value: number } : {}
}
