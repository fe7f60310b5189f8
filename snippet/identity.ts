import { toJson } from "./plain-copy"

/** 30 minutes without an event, or another campaign, begin a new session; midnight never does. */
const SESSION_ENDS_AFTER_MS = 30 * 60_000
const COOKIE_LASTS_S = 365 * 24 * 3_600
/**
 * Only where something but the time has changed is it written sooner: each write is a message to another process, and so
 * is the next look at it, which together would be half of what an event costs the page.
 */
const RENEWED_AFTER_MS = 10_000
const storageName = "cuelight"
let written: string | undefined
let writtenAt = 0

/** The domain whose cookie is written, where it is known: `widen-cookie.ts` finds it. */
export const cookie: { domain?: string | undefined } = {}

export type Choice = "granted" | "denied"
export type Consents = Partial<Record<string, Choice>>

/** What is remembered of this browser between pages. */
export interface Identity {
  person: string
  user?: string | undefined
  session: string
  /** ms UTC of the last event. */
  seenAt: number
  campaign?: string | undefined
  consents: Consents
  /** ms UTC of the last form or button that filled the cart: the next page may tell it again. */
  cartAt?: number
  /** The widest domain that takes a cookie of this host; empty where there is none. */
  domain?: string | undefined
}

let made = 0

/** Unlikely to be made twice; begins with its time and its place among those of one page, so that events sort by it. */
export function createId(at = Date.now()): string {
  // `randomUUID` is only there on secure origins.
  return (
    at.toString(36) +
    (made++).toString(36).padStart(4, "0") +
    crypto.getRandomValues(new Uint32Array(2)).join("")
  )
}

/**
 * What an earlier page stored, of this host or of another below the same domain; nothing where storage is refused
 * (sandboxed frames, settings) or holds something else.
 */
export function readIdentity(): Partial<Identity> {
  try {
    const inCookie = /(?:^|; )cuelight=([^;]+)/.exec(document.cookie)?.[1]
    const stored: Identity = JSON.parse(inCookie ? decodeURIComponent(inCookie) : localStorage[storageName])
    if (Object(stored) === stored) {
      cookie.domain ??= stored.domain
      return stored
    }
  } catch {}
  return {}
}

/**
 * Several tabs and sub-domains are one session, so each write reads what the others wrote first. In the storage of this
 * host, and in a cookie of the domain, where it is known. `undefined` forgets.
 */
export function writeIdentity(identity: Partial<Identity> | undefined): void {
  const domain = cookie.domain || undefined
  const seenAt = identity?.seenAt ?? 0
  const lasting = toJson({ ...identity, domain, seenAt: 0 })
  if (lasting === written && seenAt - writtenAt < RENEWED_AFTER_MS) return
  written = lasting
  writtenAt = seenAt
  const text = identity && toJson({ ...identity, domain })
  try {
    if (domain)
      // biome-ignore lint/suspicious/noDocumentCookie: the other way is asynchronous, and not in every browser
      document.cookie = `cuelight=${encodeURIComponent(text ?? "")};domain=${domain};path=/;samesite=lax;max-age=${text ? COOKIE_LASTS_S : 0}${location.protocol === "https:" ? ";secure" : ""}`
    if (text) localStorage[storageName] = text
    else for (const name of ["", ".rules"]) localStorage.removeItem(storageName + name)
  } catch {}
}

/** The session that an event at `at` belongs to. */
export function continueSession(identity: Identity, at: number, campaign: string): Identity {
  const isNew =
    !identity.session ||
    at - identity.seenAt >= SESSION_ENDS_AFTER_MS ||
    (campaign !== "" && campaign !== identity.campaign)
  return {
    ...identity,
    session: isNew ? createId(at) : identity.session,
    campaign: campaign || identity.campaign,
    seenAt: Math.max(at, identity.seenAt),
  }
}
