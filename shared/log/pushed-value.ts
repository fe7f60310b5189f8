import type { TouchpointEvent } from "../event"
import { asFields, type Fields, firstId, firstText, pickTexts } from "./fields"
import { readLooseInstant, readMicroseconds } from "./instant"

/** A push to a data layer, or the arguments of a call, with what the log says around it. */
export interface PushedValue {
  push: Fields | readonly unknown[]
  /** Where time, person and page are told: the wrapper, or the push itself. */
  around: Fields
  wrapped: boolean
}

const wrapperKeys = ["push", "value", "arguments", "args", "data", "payload"]
const timeKeys = ["at", "timestamp", "time", "ts"]
const microsecondKeys = ["timestamp_micros", "event_timestamp"]
const personKeys = [
  "client_id",
  "clientId",
  "clientID",
  "user_pseudo_id",
  "_ga",
  "_ym_uid",
  "ym_uid",
  "anonymousId",
  "anonymous_id",
  "person",
]
/** What the cookie `_ga` puts before the client id, and GA4 nowhere else. */
const gaCookie = /^GA1\.\d+\.(?=\d+\.\d+$)/
const userKeys = ["user_id", "userId", "UserID", "user"]
const sessionKeys = ["ga_session_id", "session_id", "sessionId", "session"]
const idKeys = ["event_id", "eventId"]

/** What only places a push in time and among persons, and is none of the event's own properties. */
export const aroundKeys: ReadonlySet<string> = new Set([
  ...timeKeys,
  ...microsecondKeys,
  ...personKeys,
  ...userKeys,
  ...sessionKeys,
  ...idKeys,
  "user_properties",
])

/**
 * Finds the push in a value of a log: the push itself with a time among its fields; a wrapper that has it as `push`,
 * `value`, `data`, `payload`, `arguments` or `args`; `arguments` as JSON writes them (`{"0": "event", …}`); a plain list
 * of arguments, whose objects tell the time. `undefined` for anything else.
 */
export function unwrapPush(value: unknown): PushedValue | undefined {
  if (Array.isArray(value)) {
    const around: Fields = {}
    for (const argument of value) Object.assign(around, asFields(argument))
    return { push: value, around, wrapped: false }
  }
  const fields = asFields(value)
  if (!fields) return
  if (fields["0"] !== undefined) {
    const list: unknown[] = []
    for (let index = 0; fields[index] !== undefined && index < 10; index++) list.push(fields[index])
    return { push: list, around: { ...asFields(list.at(-1)), ...fields }, wrapped: true }
  }
  if (fields.event === undefined && fields.ecommerce === undefined) {
    for (const key of wrapperKeys) {
      const inner = fields[key]
      const push = Array.isArray(inner) ? inner : asFields(inner)
      if (!push) continue
      const found = unwrapPush(push)
      // Our own wrapper says all that there is to say; a property called `user` is none of its business.
      const around = asFields(fields.cuelight) ? fields : { ...found?.around, ...fields }
      return found && { push: found.push, around, wrapped: true }
    }
  }
  return { push: fields, around: fields, wrapped: false }
}

/** Who, when and where, as the fields around a push tell it. */
export interface Surroundings {
  id?: string
  at?: number
  person?: string
  user?: string
  session?: string
  page?: { url?: string; title?: string; referrer?: string }
  campaign?: NonNullable<TouchpointEvent["campaign"]>
  device?: Fields
  gesture?: NonNullable<TouchpointEvent["gesture"]> | null
  source?: string
}

export function readSurroundings(around: Fields): Surroundings {
  const id = firstId(...idKeys.map((key) => around[key]))
  const at =
    first(microsecondKeys, (key) => readMicroseconds(around[key])) ??
    first(timeKeys, (key) => readLooseInstant(around[key]))
  const user = firstId(...userKeys.map((key) => around[key]))
  const named = firstId(...personKeys.map((key) => around[key]))
  const person = named === undefined ? user : named.replace(gaCookie, "")
  const session = firstId(...sessionKeys.map((key) => around[key]))
  const page = { ...pickTexts(around, ga4PageNames), ...pickTexts(asFields(around.page), pageNames) }
  return {
    ...(id !== undefined && { id }),
    ...(at !== undefined && { at }),
    ...(person !== undefined && { person }),
    ...(user !== undefined && { user }),
    ...(session !== undefined && { session }),
    ...(Object.keys(page).length > 0 && { page }),
    ...readOwn(asFields(around.cuelight)),
  }
}

/** What `wrapPush` has put beside a push. */
function readOwn(own: Fields | undefined): Pick<Surroundings, "campaign" | "device" | "gesture" | "source"> {
  if (!own) return {}
  const source = firstText(own.source)
  const campaign = asFields(own.campaign)
  const device = asFields(own.device)
  return {
    ...(source !== undefined && { source }),
    ...(campaign && { campaign }),
    ...(device && { device }),
    ...(own.gesture !== undefined && {
      gesture: own.gesture as NonNullable<TouchpointEvent["gesture"]> | null,
    }),
  }
}

function first(keys: readonly string[], read: (key: string) => number | undefined): number | undefined {
  for (const key of keys) {
    const value = read(key)
    if (value !== undefined) return value
  }
  return undefined
}

const ga4PageNames = { page_location: "url", page_title: "title", page_referrer: "referrer" } as const
const pageNames = { url: "url", title: "title", referrer: "referrer" } as const
