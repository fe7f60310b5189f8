import type { TouchpointEvent } from "../../event"
import {
  eventNames,
  evidenceFields,
  evidenceNames,
  olderEventNames,
  olderEvidenceNames,
  renameFields,
  SPAM_EVENT,
  toOwnNames,
} from "../aliases"
import { asFields, type Fields, firstId, firstText, pickTexts } from "../fields"
import { readLooseInstant } from "../instant"
import { readShoppingProperties } from "../segment-properties"
import { toSegment } from "../to-segment"
import type { Dialect, Reading, Refusal, ToldEvent } from "./dialect"

const types = /^(track|page|screen|identify|group|alias)$/

/** Letter case and spaces are nobody's habit: `Order completed` and `order_completed` are meant all the same. */
const ownNames = new Map(
  [...olderEventNames, ...eventNames].map(([segment, own]) => [segment.toLowerCase(), own]),
)
const ownEvidenceFields = toOwnNames(evidenceFields)
const evidence = new Map(
  [evidenceNames, olderEvidenceNames].flatMap((channels) =>
    Object.entries(channels).flatMap(([channel, pairs]) =>
      pairs.map(([segment, name]) => [segment.toLowerCase(), { channel, name }] as const),
    ),
  ),
)

/**
 * Messages of the Segment Spec (track, page, screen, identify, group, alias), as Segment, RudderStack and Jitsu archive
 * them, one a line, or the bodies of requests with a `batch`. Also with the older spelling of the email spec (`action`,
 * `user_id`). Source: Segment's Spec: common fields, ecommerce v2, email, B2B SaaS.
 */
export const segment: Dialect = {
  name: "segment",

  recognise(value) {
    const message = asFields(value)
    if (!message) return 0
    if (Array.isArray(message.batch)) return 1
    if (typeOf(message) === undefined) return 0
    if (message.name !== undefined && message.at !== undefined && message.person !== undefined) return 0.5
    const names = [
      "messageId",
      "anonymousId",
      "userId",
      "message_id",
      "anonymous_id",
      "user_id",
      "previousId",
    ]
    return names.some((name) => message[name] !== undefined) ? 1 : 0.7
  },

  write: toSegment,

  read(value) {
    const message = asFields(value)
    if (!message) return [{ reason: "a message is an object" }]
    return Array.isArray(message.batch) ? readBatch(message, message.batch) : [readMessage(message)]
  },
}

/** What the body of a request says for all of its messages is less than what one says for itself. */
function readBatch(body: Fields, batch: readonly unknown[]): Reading {
  return batch.map((one) => {
    const message = asFields(one)
    if (!message) return { reason: "a message is an object" }
    const context = { ...asFields(body.context), ...asFields(message.context) }
    return readMessage({ sentAt: body.sentAt, receivedAt: body.receivedAt, ...message, context })
  })
}

function readMessage(message: Fields): ToldEvent | Refusal {
  const type = typeOf(message)
  if (!type) return { reason: "a message has a type: track, page, screen, identify, group or alias" }
  const at = readTime(message)
  if (at === undefined)
    return { reason: "a message has a time: timestamp, originalTimestamp, sentAt or receivedAt" }
  const user = firstId(message.userId, message.user_id)
  const previous = type === "alias" ? firstId(message.previousId, message.previous_id) : undefined
  const person = previous ?? firstId(message.anonymousId, message.anonymous_id) ?? user
  if (person === undefined) return { reason: "a message names nobody: anonymousId or userId is missing" }
  const context = asFields(message.context) ?? {}
  const happening = readHappening(type, message, context, user)
  if ("reason" in happening) return happening
  const own = asFields(context.cuelight)
  const told: ToldEvent = {
    name: happening.name,
    at,
    person,
    source: firstText(own?.source) ?? "segment",
    props: happening.props,
  }
  const id = firstId(message.messageId, message.message_id)
  if (id !== undefined) told.id = id
  if (user !== undefined) told.user = user
  const session = firstId(own?.session, context.sessionId, context.session_id)
  if (session !== undefined) told.session = session
  if (happening.page) told.page = happening.page
  const campaign = pickTexts(asFields(context.campaign), campaignNames)
  if (campaign) told.campaign = campaign
  const device = readDevice(context)
  if (device) told.device = device
  if (own?.gesture !== undefined) told.gesture = own.gesture as NonNullable<TouchpointEvent["gesture"]>
  return told
}

function typeOf(message: Fields): string | undefined {
  const type = message.type ?? message.action
  return typeof type === "string" && types.test(type) ? type : undefined
}

/**
 * When it happened, by the server's clock: `timestamp`, which collectors have corrected; else corrected here as they do,
 * `receivedAt - (sentAt - originalTimestamp)`; else what is known.
 */
function readTime(message: Fields): number | undefined {
  const timestamp = readLooseInstant(message.timestamp)
  if (timestamp !== undefined) return timestamp
  const original = readLooseInstant(message.originalTimestamp ?? message.original_timestamp)
  const sent = readLooseInstant(message.sentAt ?? message.sent_at)
  const received = readLooseInstant(message.receivedAt ?? message.received_at)
  if (original !== undefined && sent !== undefined && received !== undefined)
    return received - (sent - original)
  return original ?? sent ?? received
}

interface Happening {
  name: string
  props: Fields
  page?: ToldEvent["page"]
}

function readHappening(
  type: string,
  message: Fields,
  context: Fields,
  user: string | undefined,
): Happening | Refusal {
  const properties = asFields(message.properties) ?? {}
  const page = pickTexts(asFields(context.page), pageNames)
  const onPage = page && { page }
  if (type === "track") {
    const event = firstText(message.event)
    if (event === undefined) return { reason: "a track message has an event" }
    return { ...readTrack(event, properties, context), ...onPage }
  }
  if (type === "identify") return { name: "identify", props: readTraits(message, context), ...onPage }
  if (type === "alias") {
    return user === undefined ? { reason: "an alias message has a userId" } : { name: "identify", props: {} }
  }
  if (type === "group") {
    const group = firstId(message.groupId, message.group_id)
    const named = group !== undefined && { group_id: group }
    return { name: "join_group", props: { ...asFields(message.traits), ...named }, ...onPage }
  }
  const name = firstText(message.name)
  if (type === "screen") {
    return { name: "screen_view", props: { ...properties, ...(name && { screen_name: name }) }, ...onPage }
  }
  const { url, title, referrer, path, search, ...rest } = properties
  const visited = { ...page, ...pickTexts({ url, title, referrer }, pageNames) }
  const category = firstText(message.category)
  return {
    name: "page_view",
    props: {
      // With the whole address its parts say nothing new.
      ...(visited.url === undefined && {
        ...(path !== undefined && { path }),
        ...(search !== undefined && { search }),
      }),
      ...(category && { category }),
      ...(name && { name }),
      ...rest,
    },
    ...(Object.keys(visited).length > 0 && { page: visited }),
  }
}

function readTrack(event: string, properties: Fields, context: Fields): Happening {
  const written = event
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
  const spam = written === SPAM_EVENT.toLowerCase()
  const proof = spam ? { channel: "email", name: "message_unsubscribed" } : evidence.get(written)
  if (proof) {
    const props = renameFields(properties, ownEvidenceFields)
    const campaign = asFields(props.campaign)
    if (campaign) props.campaign = firstText(campaign.name) ?? campaign
    props.campaign ??= props.campaign_id
    if (props.campaign === undefined) delete props.campaign
    const to = proof.channel === "email" ? firstText(asFields(context.traits)?.email) : undefined
    if (to !== undefined) props.to ??= to
    if (spam) props.spam = true
    return { name: proof.name, props: { channel: proof.channel, ...props } }
  }
  const name = ownNames.get(written) ?? (isShippingStep(written, properties) ? "add_shipping_info" : event)
  return { name, props: readShoppingProperties(name, properties) }
}

/** One name for all steps of a checkout: only one that tells of the delivery and not of the payment is known for sure. */
function isShippingStep(written: string, properties: Fields): boolean {
  return (
    /^(checkout step completed|completed checkout step)$/.test(written) &&
    firstText(properties.shipping_method) !== undefined &&
    properties.payment_method === undefined
  )
}

/** RudderStack keeps traits in the context. The zone of the device is the person's, where nothing else is said. */
function readTraits(message: Fields, context: Fields): Fields {
  const traits = asFields(message.traits) ?? asFields(context.traits) ?? {}
  const zone = firstText(context.timezone)
  return zone && traits.timezone === undefined && /^[A-Za-z_]+\/[\w/+-]+$/.test(zone)
    ? { ...traits, timezone: zone }
    : traits
}

function readDevice(context: Fields): Fields | undefined {
  const device = asFields(context.device)
  const language = firstText(device?.language, context.locale)
  const os = device?.os ?? firstText(asFields(context.os)?.name)
  const mobile = asFields(context.userAgentData)?.mobile
  const type = device?.type ?? (typeof mobile === "boolean" ? (mobile ? "mobile" : "desktop") : undefined)
  if (!device && language === undefined && os === undefined && type === undefined) return
  return {
    ...device,
    ...(type !== undefined && { type }),
    ...(os !== undefined && { os }),
    ...(language !== undefined && { language }),
  }
}

const campaignNames = {
  source: "source",
  medium: "medium",
  name: "name",
  term: "term",
  content: "content",
} as const
const pageNames = { url: "url", title: "title", referrer: "referrer" } as const
