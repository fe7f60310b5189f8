import { KNOWN_EVENTS } from "../../known-events"
import { field, listOf } from "../references"

/** What the events that were seen are called, with the paths that they had, and the traits of people. */
export interface SeenNames {
  events: Record<string, readonly string[]>
  traits: readonly string[]
}

export const NOTHING_SEEN: SeenNames = { events: {}, traits: [] }

/** GA4's words for what is sold, and of what a message tells. */
const OF_PRODUCTS = [
  "item_id",
  "item_name",
  "item_category",
  "item_brand",
  "price",
  "quantity",
  "value",
  "currency",
]
const OF_ORDERS = [...OF_PRODUCTS, "transaction_id", "coupon"]
const OF_MESSAGES = ["channel", "scenario", "step", "message", "campaign", "template", "subject", "sender"]
const PRODUCT_EVENT = /item|cart|wishlist|checkout|shipping|payment/
const EVERYWHERE = [
  "page.url",
  "page.title",
  "page.referrer",
  "campaign.source",
  "campaign.medium",
  "campaign.name",
]
const TRAITS = ["email", "phone", "push_token", "birthday", "city", "timezone"]

/** What an editor may propose: a path or a name that can be written as it is. */
const PLAIN = /^[\p{L}_$][\p{L}\p{N}_$-]*(\.[\p{L}_$][\p{L}\p{N}_$-]*){0,5}$/u
const MOST_NAMES = 300
const MOST_VISITED = 20_000

/** Event names: first those of this site (its rules, what was seen, what the map names), then those of the field. */
export function listEventNames(root: unknown, seen: SeenNames): string[] {
  const rules = listOf(field(root, "touchpoints")).flatMap((rule) => namesOf(field(rule, "event")))
  const used: string[] = []
  visit(root, (object) => used.push(...namesOf(field(object, "event"))))
  return plain([...rules, ...Object.keys(seen.events), ...used, ...KNOWN_EVENTS])
}

/** Paths of the events that a matcher means; of none in particular, of all. */
export function listFieldPaths(root: unknown, of: unknown, seen: SeenNames): string[] {
  const names = new Set(namesOf(of))
  const isMeant = (name: string) => names.size === 0 || names.has(name)
  const rules = listOf(field(root, "touchpoints")).flatMap((rule) =>
    namesOf(field(rule, "event")).some(isMeant) ? Object.keys(asObject(field(rule, "props"))) : [],
  )
  const had = Object.entries(seen.events).flatMap(([name, paths]) => (isMeant(name) ? paths : []))
  const used: string[] = []
  visit(root, (object) => {
    if (namesOf(field(object, "event")).some(isMeant))
      used.push(...Object.keys(asObject(field(object, "where"))))
  })
  const known = [...names].flatMap((name) =>
    name.startsWith("message_")
      ? OF_MESSAGES
      : name === "purchase" || name === "refund"
        ? OF_ORDERS
        : PRODUCT_EVENT.test(name)
          ? OF_PRODUCTS
          : [],
  )
  return plain([...rules, ...had, ...used, ...(names.size === 0 ? OF_ORDERS : known), ...EVERYWHERE])
}

/** Traits: those the map asks for, those that were seen, and the usual ones. */
export function listTraitPaths(root: unknown, seen: SeenNames): string[] {
  const used: string[] = []
  visit(root, (object) => {
    for (const key of ["trait", "date", "address"]) {
      const path = field(object, key)
      if (typeof path === "string") used.push(path)
    }
  })
  return plain([...used, ...seen.traits, ...TRAITS])
}

/** The names of a matcher, whatever its form. */
function namesOf(matcher: unknown): string[] {
  if (typeof matcher === "string") return [matcher]
  if (Array.isArray(matcher)) return matcher.slice(0, 50).flatMap(namesOf)
  const event = field(matcher, "event")
  return event === undefined ? [] : namesOf(event)
}

function plain(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => name.length <= 60 && PLAIN.test(name)).slice(0, MOST_NAMES)
}

function asObject(value: unknown): object {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {}
}

/** Every object of a document, but not for ever: aliases make small texts large. */
function visit(root: unknown, tell: (object: object) => void): void {
  const open: unknown[] = [root]
  for (let count = 0; open.length > 0 && count < MOST_VISITED; count++) {
    const value = open.pop()
    if (typeof value !== "object" || value === null) continue
    if (!Array.isArray(value)) tell(value)
    open.push(...Object.values(value).slice(0, 500))
  }
}
