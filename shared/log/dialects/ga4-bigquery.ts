import { asFields, type Fields, firstId, firstText, pickTexts } from "../fields"
import { isPlaceholder, readGa4Event, withoutPlaceholders } from "../ga4-event"
import { findHostile } from "../hostile-value"
import { readLooseInstant, readMicroseconds } from "../instant"
import { toGa4BigQuery } from "../to-ga4-bigquery"
import type { Dialect, Reading, ToldEvent } from "./dialect"

/**
 * Rows of GA4's export to BigQuery (`events_YYYYMMDD`, `events_intraday_…`), extracted as JSON: whole numbers may be
 * text, and what is null may be there or not. The person is `user_pseudo_id`, joined to `user_id`; user properties are
 * traits. Rows of several tables of one day may repeat: where the batch fields are there, they make an id of it.
 * Source: GA4, "BigQuery Export schema".
 */
export const ga4BigQuery: Dialect = {
  name: "ga4-bigquery",

  recognise(value) {
    const row = asFields(value)
    if (!row || typeof row.event_name !== "string") return 0
    return row.event_timestamp !== undefined || Array.isArray(row.event_params) ? 1 : 0.5
  },

  write: toGa4BigQuery,

  read(value) {
    const row = asFields(value)
    if (!row) return [{ reason: "a row is an object" }]
    const at = readMicroseconds(row.event_timestamp) ?? readLooseInstant(row.event_timestamp)
    if (at === undefined) return [{ reason: "a row has an event_timestamp in microseconds" }]
    const user = firstId(row.user_id)
    const person = firstId(row.user_pseudo_id) ?? user
    if (person === undefined)
      return [{ reason: "a row names nobody: user_pseudo_id and user_id are missing" }]
    const { cuelight_id, cuelight_source, cuelight_gesture, ...parameters } = readParameters(row.event_params)
    // `campaign` is one of a message's own properties.
    const plain = !/^message_/.test(String(row.event_name))
    const event = readGa4Event(row.event_name, withEcommerce(parameters, row), plain)
    if (!event) return [{ reason: "a row has an event_name" }]
    const id = firstId(cuelight_id) ?? readRowId(row, person)
    const session = firstId(parameters.ga_session_id)
    const page = pickTexts(parameters, pageNames)
    const campaign = readCampaign(row) ?? event.campaign
    const device = readDevice(row)
    const told: ToldEvent = {
      name: event.name,
      at,
      person,
      source: firstText(cuelight_source) ?? "ga4",
      props: event.props,
    }
    if (id !== undefined) told.id = id
    if (user !== undefined) told.user = user
    if (session !== undefined) told.session = session
    if (page) told.page = page
    if (campaign) told.campaign = campaign
    if (device) told.device = device
    const gesture = readGesture(cuelight_gesture)
    if (gesture !== undefined) told.gesture = gesture
    if (told.name === "identify")
      return [{ ...told, props: { ...readParameters(row.user_properties), ...told.props } }]
    return [...readTraits(row, told), told]
  },
}

/** As `toGa4BigQuery` writes it. */
function readGesture(written: unknown): ToldEvent["gesture"] {
  if (typeof written !== "string") return undefined
  try {
    const gesture: unknown = JSON.parse(written)
    return gesture === null || !findHostile(gesture) ? (gesture as ToldEvent["gesture"]) : undefined
  } catch {
    return undefined
  }
}

/** `user_properties` are repeated in every row: setting a trait to what it is changes nothing. */
function readTraits(row: Fields, { id, at, person, user }: ToldEvent): Reading {
  const traits = readParameters(row.user_properties)
  if (Object.keys(traits).length === 0) return []
  return [
    {
      ...(id !== undefined && { id: `${id}-traits` }),
      name: "identify",
      at,
      person,
      ...(user !== undefined && { user }),
      props: traits,
      source: "ga4",
    },
  ]
}

/** `[{ key, value: { string_value | int_value | float_value | double_value } }]`. */
function readParameters(list: unknown): Fields {
  const parameters: Fields = {}
  if (!Array.isArray(list)) return parameters
  for (const entry of list) {
    const { key, value } = asFields(entry) ?? {}
    const typed = asFields(value)
    if (typeof key !== "string" || !typed || isReserved(key)) continue
    const number = toNumber(typed.int_value ?? typed.double_value ?? typed.float_value)
    const read = typed.string_value ?? number
    if (read !== undefined && read !== null) parameters[key] = read
  }
  return parameters
}

/** Here a key is a value of the row, which `findHostile` has let through as text. */
function isReserved(key: string): boolean {
  return key === "__proto__" || key === "constructor" || key === "prototype"
}

/** BigQuery writes whole numbers as text. One that a number cannot hold stays text: it is somebody's id. */
function toNumber(value: unknown): unknown {
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return value ?? undefined
  const number = Number(value)
  return Number.isFinite(number) && (!/^-?\d+$/.test(value) || Number.isSafeInteger(number)) ? number : value
}

/** What the row says of the order and its items, where the parameters do not. */
function withEcommerce(parameters: Fields, row: Fields): Fields {
  const order = asFields(row.ecommerce) ?? {}
  const told: Fields = { ...parameters }
  if (!isPlaceholder(order.transaction_id)) told.transaction_id ??= firstId(order.transaction_id)
  const worth = row.event_name === "refund" ? order.refund_value : order.purchase_revenue
  if (row.event_name === "purchase" || row.event_name === "refund") told.value ??= toNumber(worth)
  told.tax ??= toNumber(order.tax_value)
  told.shipping ??= toNumber(order.shipping_value)
  if (Array.isArray(row.items) && row.items.length > 0) told.items = row.items.map(readItem)
  return told
}

const itemNumbers =
  /^(price|price_in_usd|quantity|item_revenue|item_revenue_in_usd|item_refund|item_refund_in_usd|discount|index|item_list_index)$/

function readItem(item: unknown): Fields {
  const { item_params, ...fields } = asFields(item) ?? {}
  const read: Fields = readParameters(item_params)
  for (const [key, value] of Object.entries(fields)) {
    if (value === null || value === "" || isPlaceholder(value)) continue
    read[key] = itemNumbers.test(key) ? toNumber(value) : value
  }
  if (read.index === undefined && typeof read.item_list_index === "number") read.index = read.item_list_index
  return read
}

/**
 * The campaign that this very event was collected with. `traffic_source` is how the person came the first time: that is
 * this event's own only where it is the first.
 */
function readCampaign(row: Fields): ToldEvent["campaign"] {
  const collected = pickTexts(asFields(row.collected_traffic_source), collectedNames)
  const acquired =
    row.event_name === "first_visit" || row.event_name === "first_open"
      ? pickTexts(asFields(row.traffic_source), acquiredNames)
      : undefined
  return (collected && withoutPlaceholders(collected)) ?? (acquired && withoutPlaceholders(acquired))
}

function readDevice(row: Fields): Fields | undefined {
  const device = asFields(row.device)
  const browser = asFields(device?.web_info)?.browser ?? device?.browser
  const picked = pickTexts(device, deviceNames)
  return typeof browser === "string" && browser !== "" ? { ...picked, browser } : picked
}

/** Only with the batch fields (since July 2024) are two events of one name and time told apart for sure. */
function readRowId(row: Fields, person: string): string | undefined {
  const { batch_page_id, batch_ordering_id, batch_event_index, event_timestamp, event_name } = row
  const places = [batch_page_id, batch_ordering_id, batch_event_index].map((part) => firstId(part))
  if (places.some((part) => part === undefined)) return
  return [person, event_timestamp, event_name, ...places].join("/")
}

const pageNames = { page_location: "url", page_title: "title", page_referrer: "referrer" } as const
const collectedNames = {
  manual_source: "source",
  manual_medium: "medium",
  manual_campaign_name: "name",
  manual_term: "term",
  manual_content: "content",
} as const
const acquiredNames = { source: "source", medium: "medium", name: "name" } as const
const deviceNames = {
  category: "type",
  operating_system: "os",
  language: "language",
} as const
