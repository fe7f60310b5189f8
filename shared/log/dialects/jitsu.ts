import { asFields, type Fields, firstId, firstText, readUtm } from "../fields"
import { readJsonColumn } from "../json-column"
import type { Dialect } from "./dialect"
import { segment } from "./segment"

/** What Jitsu adds to an event, with or without `eventn_ctx_` before it: none of the event's own properties. */
const context =
  /^(api_key|src|src_payload|event_type|event_id|utc_time|local_tz_offset|url|referer|page_title|doc_.*|user|user_.*|vp_size|screen_resolution|source_ip|ids|ids_.*|click_id|click_id_.*|utm|utm_.*|parsed_ua|parsed_ua_.*|location|location_.*|eventn_.*|_.*)$/

const PREFIX = "eventn_ctx_"

/**
 * Events of Jitsu Classic (EventNative): as its JavaScript sends them, with the context in `eventn_ctx` or beside the
 * properties, and as it loads them into tables, flat (`eventn_ctx_user_anonymous_id`, `user_anonymous_id`). What newer Jitsu
 * archives are messages of the Segment Spec. Source: Jitsu Classic's "Events format".
 */
export const jitsu: Dialect = {
  name: "jitsu",

  recognise(value) {
    const row = asFields(value)
    if (!row || typeof row.event_type !== "string" || row.event_properties !== undefined) return 0
    if (row.eventn_ctx !== undefined || Object.keys(row).some((key) => key.startsWith(PREFIX))) return 1
    const hasTime = row._timestamp !== undefined || row.utc_time !== undefined
    const hasUser = asFields(row.user) !== undefined || row.user_anonymous_id !== undefined
    return hasTime && hasUser ? 0.95 : 0
  },

  read(value) {
    const row = asFields(value)
    if (!row) return [{ reason: "a row is an object" }]
    const event = firstText(row.event_type)
    if (event === undefined) return [{ reason: "a row has an event_type" }]
    const known = flatten(row)
    const page = {
      url: known.url,
      title: known.page_title,
      referrer: known.referer,
    }
    return segment.read({
      ...readKind(event, row, known),
      messageId: known.event_id,
      anonymousId: firstId(known.user_anonymous_id),
      userId: firstId(known.user_id, known.user_internal_id),
      // When it came, by the server's clock; what the browser believed the time to be is the next best.
      timestamp: known._timestamp ?? known.utc_time,
      context: {
        page,
        campaign: readUtm(known),
        locale: known.user_language,
        cuelight: { source: "jitsu" },
      },
    })
  },
}

function readKind(event: string, row: Fields, known: Fields): Fields {
  const own: Fields = {}
  for (const [name, value] of Object.entries(row))
    if (!context.test(name) && value !== null) own[name] = readJsonColumn(value)
  if (/^(user_)?identify$/.test(event)) return { type: "identify", traits: { ...own, ...readTraits(known) } }
  if (/^page_?view$|^page$/.test(event)) return { type: "page", properties: own }
  return { type: "track", event, properties: own }
}

/** `user_email` is the person's; by what they are counted is no trait. */
function readTraits(known: Fields): Fields {
  const traits: Fields = {}
  for (const [name, value] of Object.entries(known)) {
    const trait = /^user_(?!(anonymous_|internal_|hashed_anonymous_)?id$|agent$|language$)(\w+)$/.exec(
      name,
    )?.[2]
    if (trait !== undefined) traits[trait] = value
  }
  return traits
}

/** The context as its columns are called, whatever the shape: `{ eventn_ctx: { user: { id } } }` has `user_id`. */
function flatten(row: Fields): Fields {
  const known: Fields = {}
  const add = (fields: Fields, before: string, depth: number) => {
    for (const [key, value] of Object.entries(fields)) {
      const name = `${before}${key}`
      const inner = asFields(value)
      if (inner && depth > 0 && (before !== "" || context.test(name))) add(inner, `${name}_`, depth - 1)
      else if (value !== null && value !== "")
        known[name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name] ??= value
    }
  }
  add(row, "", 4)
  return known
}
