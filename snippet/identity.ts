/** 30 minutes without an event, or another campaign, begin a new session; midnight never does. */
const SESSION_ENDS_AFTER_MS = 30 * 60_000
const storageName = "cuelight"

export type Choice = "granted" | "denied"
export type Consents = Partial<Record<string, Choice>>

/** What is remembered of this browser between pages. */
export interface Identity {
  person: string
  user?: string | undefined
  session: string
  /** ms UTC of the last event. */
  seenAt: number
  campaign: string
  consents: Consents
}

export function createId(): string {
  return crypto.randomUUID?.() ?? `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}

/** What an earlier page stored; nothing where storage is refused (sandboxed frames, settings) or holds something else. */
export function readIdentity(): Partial<Identity> {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageName) ?? "{}")
    return typeof stored === "object" && stored !== null ? stored : {}
  } catch {
    return {}
  }
}

/** Several tabs are one session, so each write reads what the others wrote first. */
export function writeIdentity(identity: Partial<Identity>): void {
  try {
    localStorage.setItem(storageName, JSON.stringify(identity))
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
    session: isNew ? createId() : identity.session,
    campaign: campaign || identity.campaign,
    seenAt: Math.max(at, identity.seenAt),
  }
}
