import type { TouchpointEvent } from "../event"

/** Events without what names a person, and how many values were replaced. */
export interface MaskedEvents {
  events: TouchpointEvent[]
  masked: number
}

type Kind = "email" | "phone" | "person" | "id" | "token" | "name"

/** Keys of props and traits whose value is one of these, whatever it looks like. Read without `_`, `-` and case. */
const keyKinds: [RegExp, Kind][] = [
  [/token|secret|passw|apikey|authorization|cookie|session|otp$|^pin$|cvv|cardnumber|iban/, "token"],
  [/e?mail$|^to$|^recipient$/, "email"],
  [/phone|mobile|^tel$|msisdn|whatsapp/, "phone"],
  [
    /^(user|customer|client|person|visitor|account|member|contact|profile|external|device|anonymous)(id|key)$/,
    "person",
  ],
  [
    /^(transaction|order|invoice|provider|message|telegram|chat)id$|^(uid|cid|clid|ymuid|gaid|idfa)$|clid$/,
    "id",
  ],
  [/^(first|last|full|middle|sur|nick|user)name$|^(street|address|address1|address2|passport)$/, "name"],
]

const emails = /[\p{L}\p{N}._%+-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu
/** International, or grouped as people write numbers; bare digits may be anything (a GTIN, an amount). */
const phones = /\+\d[\d\s().-]{8,18}\d|\(\d{3,4}\)\s?\d{3}[\s-]?\d{2}[\s-]?\d{2}/g
const webTokens = /\beyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g
const longTokens = /\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}\b/g
const secretParameters =
  /([?&;#](?:[\w-]*(?:token|secret|passw|auth|session|sig|code|key|email|phone|clid)|uid|cid|user_?id|hash)=)([^&#;\s]+)/gi

/** An id that the recorder made up names nobody, and the comparison group of a scenario is drawn by it. */
const madeUp = /^[a-z]-[0-9a-f]{8}-[0-9a-f]{4}-/

/**
 * The same journey with e-mail addresses, phone numbers, names, tokens and ids replaced. One value is replaced by the
 * same text wherever it stands, so that people stay joined, traits stay present, and repeated orders stay repeated.
 * Ids of events stay: `because` and evidence refer to them.
 */
export function maskEvents(given: readonly TouchpointEvent[]): MaskedEvents {
  const masks = new Masks()
  const events = given.map((event) => maskEvent(event, masks))
  return { events, masked: masks.count }
}

function maskEvent(event: TouchpointEvent, masks: Masks): TouchpointEvent {
  const { person, user, session, id, name, at, source, ...parts } = event
  return {
    id,
    name: masks.emails(name),
    at,
    person: masks.person(person),
    ...(user !== undefined && { user: masks.person(user) }),
    ...(session !== undefined && { session: masks.person(session) }),
    ...(maskParts(parts, masks) as Partial<TouchpointEvent>),
    source,
  }
}

function maskParts(value: unknown, masks: Masks, key = ""): unknown {
  if (typeof value === "string") return masks.text(value, key)
  if (typeof value === "number")
    return kindOf(key) && kindOf(key) !== "name" ? masks.number(value, key) : value
  if (Array.isArray(value)) return value.map((item) => maskParts(item, masks, key))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([inner, each]) => [
      // An address may be a key, too: whatever a page's data layer holds.
      masks.emails(inner),
      maskParts(each, masks, inner),
    ]),
  )
}

function kindOf(key: string): Kind | null {
  const plain = key.toLowerCase().replace(/[_\s.-]/g, "")
  return keyKinds.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

/** Remembers what stands for what. */
class Masks {
  count = 0
  private readonly known = new Map<string, string>()
  private readonly numbers = new Map<string, number>()

  /** A person's id, joined or not; one table, because an anonymous id may be given as a user's. */
  person(value: string): string {
    return madeUp.test(value) ? value : this.replace(value, "person")
  }

  number(value: number, key: string): string {
    return this.replace(String(value), kindOf(key) ?? "id")
  }

  emails(value: string): string {
    return value.replace(emails, (found) => this.replace(found, "email"))
  }

  text(value: string, key: string): string {
    const kind = kindOf(key)
    if (value === "" || kind === "person") return value === "" ? value : this.person(value)
    if (kind) return this.replace(value, kind)
    const withoutSecrets = value.replace(
      secretParameters,
      (_, before: string, secret: string) => before + this.replace(secret, "token"),
    )
    return this.emails(withoutSecrets)
      .replace(webTokens, (found) => this.replace(found, "token"))
      .replace(phones, (found) => this.replace(found, "phone"))
      .replace(longTokens, (found) => this.replace(found, "token"))
  }

  private replace(value: string, kind: Kind): string {
    this.count += 1
    const key = `${kind === "email" ? "email" : kind} ${value.toLowerCase().replace("%40", "@")}`
    const known = this.known.get(key)
    if (known !== undefined) return known
    const number = (this.numbers.get(kind) ?? 0) + 1
    this.numbers.set(kind, number)
    const mask = kind === "email" ? `email-${number}@masked.invalid` : `${kind}-${number}`
    this.known.set(key, mask)
    return mask
  }
}
