import type { TouchpointEvent } from "../event"

type Fields = Record<string, unknown>

/** Columns of an item; what else an item has stands in its `item_params`. */
const itemColumns =
  /^(item_(id|name|brand|variant|category[2-5]?|list_id|list_name)|price|quantity|coupon|affiliation|location_id|promotion_(id|name)|creative_(name|slot))$/

/** A row of GA4's export to BigQuery, with the columns that an event has values for. */
export interface BigQueryRow {
  event_date: string
  /** Microseconds in digits, as BigQuery writes whole numbers. */
  event_timestamp: string
  event_name: string
  event_params: unknown[]
  user_id?: string
  user_pseudo_id?: string
  user_properties?: unknown[]
  items?: unknown[]
  [column: string]: unknown
}

/**
 * An event as a row of GA4's BigQuery export: the way back of the dialect `ga4-bigquery`. The id, the source and the
 * gesture travel as parameters that begin with `cuelight_`. Parameters there are texts and numbers: truths become texts,
 * lists and objects JSON in text, and come back so.
 */
export function toGa4BigQuery(event: TouchpointEvent): BigQueryRow {
  const { id, name, at, person, user, session, page, campaign, device, props = {}, gesture, source } = event
  const { items, ...rest } = props
  const isIdentify = name === "identify"
  const hasItems = Array.isArray(items)
  return {
    event_date: new Date(at).toISOString().slice(0, 10).replaceAll("-", ""),
    event_timestamp: `${at * 1000}`,
    event_name: name,
    event_params: writeParameters({
      ...(isIdentify ? {} : rest),
      ...(items !== undefined && !hasItems && { items }),
      ga_session_id: session,
      page_location: page?.url,
      page_title: page?.title,
      page_referrer: page?.referrer,
      cuelight_id: id,
      cuelight_source: source,
      ...(gesture !== undefined && { cuelight_gesture: JSON.stringify(gesture) }),
    }),
    ...(user !== undefined && { user_id: user }),
    ...(person !== user && { user_pseudo_id: person }),
    ...(isIdentify && { user_properties: writeParameters(props) }),
    ...(hasItems && { items: items.map(writeItem) }),
    ...((name === "purchase" || name === "refund") && { ecommerce: writeOrder(name, rest) }),
    ...(campaign && { collected_traffic_source: writeCampaign(campaign) }),
    ...(device && { device: writeDevice(device) }),
  }
}

function writeParameters(fields: Fields): unknown[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    if (value === undefined || value === null) return []
    return [{ key, value: writeValue(value) }]
  })
}

function writeValue(value: unknown): Fields {
  if (typeof value === "string") return { string_value: value }
  if (typeof value !== "number") return { string_value: JSON.stringify(value) }
  return Number.isSafeInteger(value) ? { int_value: `${value}` } : { double_value: value }
}

function writeItem(item: unknown): unknown {
  if (typeof item !== "object" || item === null) return item
  const columns: Fields = {}
  const others: Fields = {}
  for (const [key, value] of Object.entries(item)) (itemColumns.test(key) ? columns : others)[key] = value
  return { ...columns, ...(Object.keys(others).length > 0 && { item_params: writeParameters(others) }) }
}

function writeOrder(name: string, props: Fields): Fields {
  return {
    ...(props.transaction_id !== undefined && { transaction_id: props.transaction_id }),
    ...(props.value !== undefined && {
      [name === "refund" ? "refund_value" : "purchase_revenue"]: props.value,
    }),
    ...(props.tax !== undefined && { tax_value: props.tax }),
    ...(props.shipping !== undefined && { shipping_value: props.shipping }),
  }
}

function writeCampaign({
  source,
  medium,
  name,
  term,
  content,
}: NonNullable<TouchpointEvent["campaign"]>): Fields {
  return {
    manual_source: source,
    manual_medium: medium,
    manual_campaign_name: name,
    manual_term: term,
    manual_content: content,
  }
}

function writeDevice({ type, os, language, browser }: Fields): Fields {
  return {
    category: type,
    operating_system: os,
    language,
    ...(browser !== undefined && { web_info: { browser } }),
  }
}
