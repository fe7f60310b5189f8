import { ga4Names } from "./ga4-names"

/** An event as a data layer tells it, in Cuelight's words. */
export interface DataLayerEvent {
  name: string
  props: Record<string, unknown>
}

type Fields = Record<string, unknown>
/** Reads an amount that a site wrote as text; `undefined` where it cannot. */
export type ReadAmount = (text: string) => number | undefined

const amounts = /^(price|quantity|discount|value|tax|shipping|index|revenue)$/
const MOST_ITEMS = 200

/**
 * The event in GA4's parameters: the recommended ones; of any other name there is none. `translate` knows other words for
 * fields of its items. Never throws for plain data.
 */
export function readGa4(
  name: unknown,
  fields: Fields,
  readAmount: ReadAmount,
  translate: (item: Fields) => Fields = (item) => item,
): DataLayerEvent[] {
  if (name === "view_search_results") name = "search"
  if (typeof name !== "string" || !ga4Names.test(name)) return []
  const props: Fields = {}
  // GTM's own bookkeeping is not the event's.
  for (const [key, value] of Object.entries(fields))
    if (!/^(gtm\.|send_to|event|ecommerce$)/.test(key)) props[key] = toAmount(key, value, readAmount)
  if (Array.isArray(fields.items)) props.items = readItems(fields.items, readAmount, translate)
  return [{ name, props: complete(props) }]
}

export function readItems(
  items: unknown[],
  readAmount: ReadAmount,
  translate: (item: Fields) => Fields,
): Fields[] {
  return items.slice(0, MOST_ITEMS).map((item) => readFields(translate(asFields(item) ?? {}), readAmount))
}

/** What is not empty: ids as texts, amounts as numbers. */
export function readFields(fields: Fields, readAmount: ReadAmount): Fields {
  const made: Fields = {}
  for (const [name, value] of Object.entries(fields))
    if (value !== "" && value !== null)
      made[name] =
        /_id$/.test(name) && typeof value === "number" ? String(value) : toAmount(name, value, readAmount)
  return made
}

/** GA4 asks for `value` and `currency`; what the items say is enough to know them. */
export function complete(props: Fields): Fields {
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

function toAmount(name: string, value: unknown, readAmount: ReadAmount): unknown {
  return typeof value === "string" && amounts.test(name) ? (readAmount(value) ?? value) : value
}

export function asFields(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}
