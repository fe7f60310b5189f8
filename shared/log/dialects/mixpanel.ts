import { asFields, type Fields, firstId, firstText, readUtm } from "../fields"
import type { Dialect } from "./dialect"
import { segment } from "./segment"

/** What Mixpanel and its libraries add: `$os`, `mp_lib`. */
const added =
  /^(\$.*|mp_.*|time|distinct_id|token|utm_(source|medium|campaign|term|content)|current_(url|page_title|domain|url_.*))$/

/**
 * Events of Mixpanel, as its raw export and its import have them: one a line, with `event` and `properties`, of which
 * `time` (s or ms since 1970) and `distinct_id` are two. Projects made before 2023 export the wall time of their own zone as
 * if it were UTC, unless that is UTC: no event says so. Source: Mixpanel's "Download data" and "Import events".
 */
export const mixpanel: Dialect = {
  name: "mixpanel",

  recognise(value) {
    const event = asFields(value)
    if (!event || typeof event.event !== "string" || event.type !== undefined) return 0
    const properties = asFields(event.properties)
    if (!properties || properties.time === undefined) return 0
    return firstId(properties.distinct_id, properties.$device_id, properties.$user_id) === undefined ? 0 : 1
  },

  read(value) {
    const told = asFields(value)
    const properties = asFields(told?.properties)
    const event = firstText(told?.event)
    if (!properties || event === undefined) return [{ reason: "an event has `event` and `properties`" }]
    const { person, user } = readPerson(event, properties)
    return segment.read({
      ...readKind(event, properties),
      messageId: properties.$insert_id,
      anonymousId: person,
      userId: user,
      timestamp: properties.time,
      context: {
        page: {
          url: firstText(properties.$current_url, properties.current_url),
          title: properties.current_page_title,
          referrer: properties.$referrer,
        },
        campaign: readUtm(properties),
        os: { name: properties.$os },
        cuelight: { source: "mixpanel" },
      },
    })
  },
}

/** A device before somebody is known, `$device:ID` as a distinct id, and the user from then on. */
function readPerson(
  event: string,
  properties: Fields,
): { person?: string | undefined; user?: string | undefined } {
  const distinct = firstId(properties.distinct_id)?.replace(/^\$device:/, "")
  const device = firstId(properties.$device_id)
  if (event === "$identify") {
    const user = firstId(properties.$identified_id, properties.$user_id) ?? distinct
    return {
      person: firstId(properties.$anon_id, properties.$anon_distinct_id)?.replace(/^\$device:/, "") ?? device,
      user,
    }
  }
  if (event === "$create_alias") return { person: distinct, user: firstId(properties.alias) }
  return { person: device ?? distinct, user: firstId(properties.$user_id) }
}

function readKind(event: string, properties: Fields): Fields {
  if (event === "$identify" || event === "$create_alias") return { type: "identify", traits: {} }
  const own: Fields = {}
  for (const [name, value] of Object.entries(properties))
    if (!added.test(name) && value !== null) own[name] = value
  return event === "$mp_web_page_view"
    ? { type: "page", properties: own }
    : { type: "track", event, properties: own }
}
