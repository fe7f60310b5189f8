import { asFields, type Fields } from "./fields"

// Logs that are often at hand and are not read: whoever brings one should hear what it is, not which field of another dialect it lacks.

const INSTEAD = "write it as Segment messages, or as Cuelight events (`name`, `at`, `person`, `props`)"

const services: readonly (readonly [name: string, fits: (event: Fields) => boolean])[] = [
  ["Snowplow", (event) => "collector_tstamp" in event && "event_id" in event],
  [
    "Klaviyo",
    (event) => event.type === "event" && asFields(event.attributes)?.event_properties !== undefined,
  ],
]

/** What a value is that no dialect reads; null where nobody knows. */
export function nameUnread(value: unknown): string | null {
  const event = asFields(value)
  const [name] = (event && services.find(([, fits]) => fits(event))) ?? []
  return name === undefined ? null : `this is an event as ${name} has it, which is not read: ${INSTEAD}`
}

/** The same of a line that is no JSON. */
export function nameUnreadLine(line: string): string | null {
  // At least three columns: a sentence has a comma too.
  const isTable = /^[\w "'$.:-]{1,60}(\t|;|,)[^{}]{0,60}\1/.test(line)
  return isTable ? `this looks like a table (CSV), which is not read as a log: ${INSTEAD}, one a line` : null
}
