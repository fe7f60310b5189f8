import { readConsentUpdate } from "../consent-mode"
import { readDataLayerPush } from "../data-layer"
import { asFields, type Fields, firstId } from "../fields"
import { readGa4Event } from "../ga4-event"
import {
  aroundKeys,
  type PushedValue,
  readSurroundings,
  type Surroundings,
  unwrapPush,
} from "../pushed-value"
import { toGa4DataLayer } from "../to-ga4-data-layer"
import type { Dialect, Reading, Refusal, ToldEvent } from "./dialect"

const gtagCommands = /^(event|config|set|js|consent|get)$/

/**
 * Pushes to a GA4 data layer: `{ event, ecommerce }`, flat ones, the arguments of `gtag`, each with a time and a client
 * id among its fields or around it (see `unwrapPush`); and the bodies of GA4's Measurement Protocol. A value that is no
 * event (`gtm.js`, `config`) tells nothing; an update of the Consent Mode is a consent. Source: GA4 recommended events and its three call shapes.
 */
export const ga4DataLayer: Dialect = {
  name: "ga4-data-layer",

  recognise(value) {
    if (isMeasurement(value)) return 1
    const found = unwrapPush(value)
    if (!found) return 0
    const { push } = found
    if (isCall(push)) return gtagCommands.test(String(push[0])) && push.length > 1 ? 1 : 0
    if (typeof push.event !== "string") return 0
    if (!found.wrapped && (push.type !== undefined || push.messageId !== undefined)) return 0
    const shopping = asFields(push.ecommerce)
    if (shopping) return Array.isArray(shopping.items) || shopping.items === undefined ? 0.8 : 0.5
    return found.wrapped || push.event.startsWith("gtm.") ? 0.8 : 0.5
  },

  write: toGa4DataLayer,

  read(value) {
    const body = asFields(value)
    if (body && isMeasurement(body)) return readMeasurement(body)
    const found = unwrapPush(value)
    if (!found) return [{ reason: "a push is an object or the arguments of a call" }]
    return placeEvents(readPush(found), readSurroundings(found.around))
  },
}

/** A happening before it is known when and whose it is. */
export type Happening = Pick<ToldEvent, "name" | "props" | "campaign" | "page">

/** The events of a push with when and whose they are, or why that is not known. Nothing to place is no mistake. */
export function placeEvents(happenings: readonly Happening[], surroundings: Surroundings): Reading {
  return happenings.map((happening): ToldEvent | Refusal => {
    const { at, person } = surroundings
    if (at === undefined) return { reason: "a push has a time: timestamp, in ISO 8601 or as a number" }
    if (person === undefined) return { reason: "a push names nobody: client_id or user_id is missing" }
    const { page, ...rest } = surroundings
    const where = { ...page, ...happening.page }
    return {
      ...rest,
      ...happening,
      at,
      person,
      ...(Object.keys(where).length > 0 && { page: where }),
      source: surroundings.source ?? "data-layer",
    }
  })
}

/** The events in a push or in the arguments of `gtag`. */
export function readPush({ push, wrapped }: PushedValue): Happening[] {
  if (isCall(push)) return readCall(push)
  const { event: name, ecommerce, ...flat } = push
  const shopping = asFields(ecommerce)
  // Universal Analytics' shapes have no name of their own that counts.
  const enhanced =
    shopping && !Array.isArray(shopping.items) ? readDataLayerPush({ ecommerce: shopping }) : []
  if (enhanced.length > 0) return enhanced
  const event = readGa4Event(name, shopping ?? (wrapped ? flat : withoutSurroundings(flat)))
  return event ? [event] : name === undefined ? readUser(push) : []
}

/** Who is signed in is told without an event too: `push({ user_id })`, `gtag("set", { user_id })`. */
function readUser(fields: unknown): Happening[] {
  return firstId(asFields(fields)?.user_id) === undefined ? [] : [{ name: "identify", props: {} }]
}

function readCall(call: readonly unknown[]): Happening[] {
  const [command, name, parameters] = call
  if (command === "event") {
    const event = readGa4Event(name, withoutSurroundings(asFields(parameters) ?? {}))
    return event ? [event] : []
  }
  if (command === "consent") {
    const decisions = readConsentUpdate(name, parameters)
    return decisions ? [{ name: "consent", props: decisions }] : []
  }
  if (command === "config") return readUser(parameters)
  if (command !== "set") return []
  const traits = name === "user_properties" ? asFields(parameters) : asFields(asFields(name)?.user_properties)
  return traits ? [{ name: "identify", props: traits }] : readUser(name)
}

function isCall(push: PushedValue["push"]): push is readonly unknown[] {
  return Array.isArray(push)
}

function withoutSurroundings(flat: Fields): Fields {
  const own: Fields = {}
  for (const [key, value] of Object.entries(flat)) if (!aroundKeys.has(key)) own[key] = value
  return own
}

function isMeasurement(value: unknown): boolean {
  const body = asFields(value)
  return body !== undefined && Array.isArray(body.events) && (body.client_id ?? body.user_id) !== undefined
}

/** `{ client_id, events: [{ name, params }] }`: each event may have a time of its own. */
function readMeasurement(body: Fields): Reading {
  const events = Array.isArray(body.events) ? body.events : []
  const { user_properties: _, events: __, ...around } = body
  const traits: Fields = {}
  for (const [key, property] of Object.entries(asFields(body.user_properties) ?? {}))
    traits[key] = asFields(property)?.value ?? property
  const told: (ToldEvent | Refusal)[] = []
  for (const one of events) {
    const fields = asFields(one)
    const parameters = asFields(fields?.params) ?? {}
    const event = readGa4Event(fields?.name, withoutSurroundings(parameters))
    if (!event) {
      told.push({ reason: "an event of a measurement has a name" })
      continue
    }
    const surroundings = readSurroundings({ ...around, ...parameters, ...fields })
    if (told.length === 0 && Object.keys(traits).length > 0)
      told.push(...placeEvents([{ name: "identify", props: traits }], surroundings))
    told.push(...placeEvents([event], surroundings))
  }
  return told
}
