import type { TouchpointEvent } from "../event"
import {
  eventFields,
  eventNames,
  evidenceFields,
  evidenceNames,
  flatItemFields,
  itemFields,
  oneProductEvents,
  renameFields,
  SPAM_EVENT,
  toSegmentNames,
} from "./aliases"
import { namesProduct } from "./segment-properties"

type Fields = Record<string, unknown>

/** A message of the Segment Spec, as collectors take it and archives keep it. */
export interface SegmentMessage {
  type: "track" | "page" | "screen" | "identify" | "group"
  messageId: string
  timestamp: string
  anonymousId?: string
  userId?: string
  event?: string
  name?: string
  groupId?: string
  properties?: Fields
  traits?: Fields
  context: Fields
}

const segmentEvents = toSegmentNames(eventNames)
const segmentItem = toSegmentNames(itemFields)
const segmentEvidence = toSegmentNames(evidenceFields)
const segmentFields = new Map(
  Object.entries(eventFields).map(([name, pairs]) => [name, toSegmentNames(pairs)]),
)

/**
 * An event as a message of the Segment Spec: the way back of the dialect `segment`, which reads the same event from it.
 * What the Spec has no name for keeps ours; session, source and gesture travel in `context.cuelight`.
 */
export function toSegment(event: TouchpointEvent): SegmentMessage {
  const { id, name, at, person, user, session, page, campaign, device, props = {}, gesture, source } = event
  const told = tell(name, props, page)
  return {
    ...told,
    messageId: id,
    timestamp: new Date(at).toISOString(),
    ...(person !== user && { anonymousId: person }),
    ...(user !== undefined && { userId: user }),
    context: {
      ...(page && { page: withAddress(page) }),
      ...(campaign && { campaign }),
      ...(device && { device }),
      ...(typeof device?.language === "string" && { locale: device.language }),
      ...told.context,
      cuelight: {
        source,
        ...(session !== undefined && { session }),
        ...(gesture !== undefined && { gesture }),
      },
    },
  }
}

type Told = Pick<SegmentMessage, "type" | "event" | "name" | "groupId" | "properties" | "traits"> & {
  context?: Fields
}

function tell(name: string, props: Fields, page: TouchpointEvent["page"]): Told {
  if (name === "identify") return { type: "identify", traits: props }
  if (name === "page_view") return { type: "page", properties: { ...(page && withAddress(page)), ...props } }
  if (name === "screen_view" && typeof props.screen_name === "string") {
    const { screen_name, ...properties } = props
    return { type: "screen", name: screen_name as string, properties }
  }
  if (name === "join_group" && typeof props.group_id === "string" && props.group_id !== "") {
    const { group_id, ...traits } = props
    return { type: "group", groupId: group_id as string, traits }
  }
  return tellEvidence(name, props) ?? tellShopping(name, props)
}

function tellEvidence(name: string, props: Fields): Told | undefined {
  const channel = typeof props.channel === "string" ? props.channel : ""
  const pairs = Object.hasOwn(evidenceNames, channel) ? evidenceNames[channel] : undefined
  const written = pairs?.find(([, own]) => own === name)?.[0]
  if (!written) return
  const { channel: _, to, ...rest } = props
  const email = channel === "email"
  const spam = email && name === "message_unsubscribed" && rest.spam === true
  if (spam) delete rest.spam
  const address = email && typeof to === "string" && to !== ""
  return {
    type: "track",
    event: spam ? SPAM_EVENT : written,
    properties: {
      ...(email ? renameFields(rest, segmentEvidence) : rest),
      ...(to !== undefined && !address && { to }),
    },
    ...(address && { context: { traits: { email: to } } }),
  }
}

function tellShopping(name: string, props: Fields): Told {
  const { items, ...rest } = props
  const names = segmentFields.get(name)
  if (!names) return { type: "track", event: segmentEvents.get(name) ?? name, properties: props }
  const properties = renameFields(rest, names)
  const event =
    name === "add_shipping_info" ? writeShippingStep(properties) : (segmentEvents.get(name) ?? name)
  if (!Array.isArray(items))
    return { type: "track", event, properties: items === undefined ? properties : { ...properties, items } }
  const products = items.map((item) => (isFields(item) ? renameFields(item, segmentItem) : item))
  const [product] = products
  const alone = products.length === 1 && oneProductEvents.has(name) && isFields(product) ? product : undefined
  // Beside the event's own fields only where none of them meet.
  const meets = flatItemFields.some((key) => Object.hasOwn(properties, key))
  if (!alone || meets || !namesProduct(name, alone))
    return { type: "track", event, properties: { ...properties, products } }
  const flat: Fields = {}
  for (const key of flatItemFields) if (Object.hasOwn(alone, key)) flat[key] = alone[key]
  // The list as well, where the flat fields are not all.
  const lost = Object.keys(alone).some((key) => !Object.hasOwn(flat, key))
  return { type: "track", event, properties: { ...flat, ...properties, ...(lost && { products }) } }
}

/** The Spec has one name for all steps of a checkout; only one about the delivery alone is read as ours again. */
function writeShippingStep(properties: Fields): string {
  return "shipping_method" in properties && !("payment_method" in properties)
    ? "Checkout Step Completed"
    : "add_shipping_info"
}

function withAddress(page: NonNullable<TouchpointEvent["page"]>): Fields {
  try {
    const { pathname, search } = new URL(page.url ?? "")
    return { ...page, path: pathname, search }
  } catch {
    return { ...page }
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
