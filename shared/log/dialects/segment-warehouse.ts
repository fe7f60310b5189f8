import { asFields, type Fields, firstId, firstText } from "../fields"
import { readJsonColumn } from "../json-column"
import type { Dialect } from "./dialect"
import { segment } from "./segment"

/** What a loader adds, and what every table has: none of the event's own properties. */
const columns =
  /^(id|message_?id|anonymous_id|user_id|group_id|previous_id|event|event_text|timestamp|original_timestamp|sent_at|received_at|uuid|uuid_ts|loaded_at|channel|rudder_id|version|context_.*|_.*)$/

/**
 * Rows of the tables into which Segment and RudderStack load a warehouse (`tracks`, one table an event, `pages`,
 * `identifies`, `groups`, `aliases`), exported as JSON: flat, with the context in columns (`context_page_url`), in small
 * letters, or in capitals as Snowflake writes them. Of `tracks`, which has no properties, and the table of an event both
 * have the row's id: put the event's first. Source: Segment's and RudderStack's "Warehouse schemas".
 */
export const segmentWarehouse: Dialect = {
  name: "segment-warehouse",

  recognise(value) {
    const row = asFields(value)
    if (!row || row.type !== undefined || row.messageId !== undefined || row.context !== undefined) return 0
    const upper = row.RECEIVED_AT !== undefined || row.EVENT_TEXT !== undefined
    const has = (name: string) => row[upper ? name.toUpperCase() : name] !== undefined
    if (!has("anonymous_id") && !has("user_id")) return 0
    if (has("event_text")) return has("timestamp") || has("received_at") ? 1 : 0.5
    return has("received_at") && (has("timestamp") || has("original_timestamp")) && has("id") ? 0.9 : 0
  },

  read(value) {
    const given = asFields(value)
    if (!given) return [{ reason: "a row is an object" }]
    const row: Fields = {}
    for (const [name, inner] of Object.entries(given)) {
      const column = name.toLowerCase()
      if (inner !== null && inner !== "" && !/^(__proto__|prototype|constructor)$/.test(column))
        row[column] ??= inner
    }
    return segment.read({
      ...readKind(row),
      messageId: row.id ?? row.message_id,
      anonymousId: row.anonymous_id,
      userId: row.user_id,
      timestamp: row.timestamp,
      originalTimestamp: row.original_timestamp,
      sentAt: row.sent_at,
      receivedAt: row.received_at,
      context: readContext(row),
    })
  },
}

/** A row does not say of which table it is; its columns do. */
function readKind(row: Fields): Fields {
  const own: Fields = {}
  for (const [name, value] of Object.entries(row)) if (!columns.test(name)) own[name] = readJsonColumn(value)
  const event = firstText(row.event_text, row.event)
  if (event !== undefined) return { type: "track", event, properties: own }
  if (row.previous_id !== undefined) return { type: "alias", previousId: row.previous_id }
  if (row.group_id !== undefined) return { type: "group", groupId: row.group_id, traits: own }
  if (firstText(own.url, own.path) !== undefined) {
    const { name, category, ...properties } = own
    return { type: "page", name, category, properties }
  }
  return { type: "identify", traits: own }
}

/** `context_campaign_name` is `context.campaign.name`. */
function readContext(row: Fields): Fields {
  const named = (prefix: string) => {
    const part: Fields = {}
    for (const [name, value] of Object.entries(row))
      if (name.startsWith(prefix)) part[name.slice(prefix.length)] = value
    return Object.keys(part).length > 0 ? part : undefined
  }
  const { type, name } = named("context_device_") ?? {}
  return {
    page: named("context_page_"),
    campaign: named("context_campaign_"),
    traits: named("context_traits_"),
    os: named("context_os_"),
    ...((type ?? name) !== undefined && {
      device: { ...(type !== undefined && { type }), ...(name !== undefined && { name }) },
    }),
    locale: row.context_locale,
    timezone: row.context_timezone,
    sessionId: firstId(row.context_session_id),
  }
}
