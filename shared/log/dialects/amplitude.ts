import { asFields, type Fields, firstId, firstText, readUtm } from "../fields"
import type { Dialect } from "./dialect"
import { segment } from "./segment"

/** What Amplitude's own page tracking tells, besides `[Amplitude] Page Location` and the like. */
const added = /^(\[Amplitude\] .*|utm_(source|medium|campaign|term|content)|referrer|referring_domain)$/

/**
 * Events of Amplitude, as its export has them: one a line, with `event_type`, `event_properties`, `event_time` (UTC) and
 * `device_id`; also as they are sent (`time`, `insert_id`). Source: Amplitude's "Export API" and "HTTP V2 API".
 */
export const amplitude: Dialect = {
  name: "amplitude",

  recognise(value) {
    const event = asFields(value)
    if (!event || typeof event.event_type !== "string") return 0
    if (firstId(event.device_id, event.user_id, event.amplitude_id) === undefined) return 0
    const hasTime = event.event_time !== undefined || event.client_event_time !== undefined
    if (asFields(event.event_properties)) return hasTime || event.time !== undefined ? 1 : 0.7
    return hasTime ? 0.9 : 0
  },

  read(value) {
    const event = asFields(value)
    if (!event) return [{ reason: "an event is an object" }]
    const name = firstText(event.event_type)
    if (name === undefined) return [{ reason: "an event has an event_type" }]
    const properties = asFields(event.event_properties) ?? {}
    const own: Fields = {}
    for (const [key, inner] of Object.entries(properties))
      if (!added.test(key) && inner !== null) own[key] = inner
    return segment.read({
      ...readKind(name, own, event),
      messageId: firstId(event.$insert_id, event.insert_id, event.uuid),
      anonymousId: firstId(event.device_id),
      userId:
        firstId(event.user_id) ??
        (firstId(event.device_id) === undefined ? firstId(event.amplitude_id) : undefined),
      // `event_time` has the device's clock corrected by the server's; without an offset it is UTC.
      timestamp: event.event_time ?? event.time ?? event.client_event_time,
      context: {
        page: {
          url: firstText(properties["[Amplitude] Page Location"], properties["[Amplitude] Page URL"]),
          title: properties["[Amplitude] Page Title"],
          referrer: properties.referrer,
        },
        campaign: readUtm(properties),
        os: { name: event.os_name },
        locale: event.language,
        session_id: event.session_id === -1 ? undefined : event.session_id,
        cuelight: { source: "amplitude" },
      },
    })
  },
}

function readKind(name: string, properties: Fields, event: Fields): Fields {
  if (name === "$identify") return { type: "identify", traits: readTraits(event.user_properties) }
  if (/^\[Amplitude\] (Page Viewed|Viewed Page)$/.test(name)) return { type: "page", properties }
  return { type: "track", event: name, properties }
}

/** In the export they are what is known by then; as they are sent, operations: what is set, and what is taken away. */
function readTraits(given: unknown): Fields {
  const { $set, $setOnce, $unset, $clearAll: _, ...plain } = asFields(given) ?? {}
  const traits: Fields = { ...asFields($setOnce), ...asFields($set) }
  for (const key of Object.keys(asFields($unset) ?? {})) traits[key] = null
  for (const [key, value] of Object.entries(plain)) if (!key.startsWith("$")) traits[key] = value
  return traits
}
