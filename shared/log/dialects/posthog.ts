import { asFields, type Fields, firstId, firstText, readUtm } from "../fields"
import { readJsonColumn } from "../json-column"
import type { Dialect } from "./dialect"
import { segment } from "./segment"

/** What PostHog and its libraries add: `$os`, `token`. */
const added = /^(\$.*|token|title|distinct_id|utm_(source|medium|campaign|term|content))$/

/** What the libraries tell of themselves: no person does it. */
const unsaid = new Set([
  "$feature_flag_called",
  "$groupidentify",
  "$$heatmap",
  "$opt_in",
  "$pageleave",
  "$performance_event",
  "$snapshot",
  "$web_vitals",
])

const ownNames: Readonly<Record<string, string>> = {
  $rageclick: "rage_click",
  $dead_click: "dead_click",
  $exception: "js_error",
}

/**
 * Events of PostHog, as its batch exports (JSON lines) and its events API have them, and as they are sent: `event`,
 * `distinct_id`, `timestamp` and `properties`, an object or the JSON of one. Source: PostHog's "S3 destination for batch exports",
 * "Events API" and "Capture".
 */
export const posthog: Dialect = {
  name: "posthog",

  recognise(value) {
    const event = asFields(value)
    if (!event || typeof event.event !== "string" || event.type !== undefined) return 0
    if (event.timestamp === undefined || event.properties === undefined) return 0
    return findPerson(event, readProperties(event)) === undefined ? 0 : 1
  },

  read(value) {
    const told = asFields(value)
    const event = firstText(told?.event)
    if (!told || event === undefined)
      return [{ reason: "an event has `event`, `distinct_id` and `properties`" }]
    if (unsaid.has(event)) return []
    const properties = readProperties(told)
    const referrer = firstText(properties.$referrer)
    return segment.read({
      ...readKind(event, told, properties),
      ...readPerson(event, findPerson(told, properties), properties),
      messageId: firstId(told.uuid, told.id),
      timestamp: told.timestamp,
      context: {
        page: {
          url: properties.$current_url,
          title: firstText(properties.title),
          referrer: referrer === "$direct" ? undefined : referrer,
        },
        campaign: readUtm(properties),
        os: { name: properties.$os },
        session_id: properties.$session_id,
        cuelight: { source: "posthog" },
      },
    })
  },
}

const readProperties = ({ properties }: Fields): Fields => asFields(readJsonColumn(properties)) ?? {}

const findPerson = (told: Fields, properties: Fields) => firstId(told.distinct_id, properties.distinct_id)

/** The distinct id is a device's before somebody is known, and the user's from then on; two events join them. */
function readPerson(event: string, distinct: string | undefined, properties: Fields): Fields {
  const other =
    event === "$identify"
      ? firstId(properties.$anon_distinct_id)
      : event === "$create_alias" || event === "$merge_dangerously"
        ? firstId(properties.alias)
        : undefined
  return other === undefined ? { anonymousId: distinct } : { anonymousId: other, userId: distinct }
}

function readKind(event: string, told: Fields, properties: Fields): Fields {
  const traits: Fields = {
    ...asFields(properties.$set_once ?? told.$set_once),
    ...asFields(properties.$set ?? told.$set),
  }
  if (["$identify", "$set", "$create_alias", "$merge_dangerously"].includes(event))
    return { type: "identify", traits }
  const own: Fields = {}
  for (const [name, value] of Object.entries(properties))
    if (!added.test(name) && value !== null) own[name] = value
  if (event === "$pageview" || event === "$screen") return { type: "page", properties: own }
  return { type: "track", event: ownNames[event] ?? event, properties: own }
}
