import { gunzipSync } from "node:zlib"

export interface Arrival {
  /** What the bench put into the event. */
  marker: string
  /** What the recorder calls the event, by which a collector knows it again. */
  id: string | undefined
}

const idNames = ["messageId", "uuid", "eid"]

/** Text of a body: gzip, `data=` forms and base64 undone. */
function decode(body: Buffer): string {
  if (body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body).toString()
  const text = body.toString()
  if (text.startsWith("data=")) {
    const data = new URLSearchParams(text).get("data") ?? ""
    return data.startsWith("{") || data.startsWith("[") ? data : Buffer.from(data, "base64").toString()
  }
  return text
}

/**
 * The bench's events in what a recorder has sent, whatever its dialect: each has a `marker` somewhere, and its id stands
 * in one of the objects around it. JSON inside of strings (Snowplow's `ue_pr`, plain or in base64) is looked into.
 * @throws where a body is no JSON.
 */
export function readBody(body: Buffer): Arrival[] {
  const found: Arrival[] = []
  const walk = (value: unknown, id: string | undefined): void => {
    if (typeof value === "string") {
      const text = /^ey[JI][\w+/=-]{20,}$/.test(value) ? Buffer.from(value, "base64").toString() : value
      if (/^[[{].*"marker"/s.test(text)) walk(JSON.parse(text), id)
    } else if (Array.isArray(value)) for (const item of value) walk(item, id)
    else if (typeof value === "object" && value !== null) {
      const fields = value as Record<string, unknown>
      const own = idNames.map((name) => fields[name]).find((one) => typeof one === "string") as
        | string
        | undefined
      if (typeof fields.marker === "string") found.push({ marker: fields.marker, id: own ?? id })
      for (const inner of Object.values(fields)) walk(inner, own ?? id)
    }
  }
  if (body.length > 0) walk(JSON.parse(decode(body)), undefined)
  return found
}
