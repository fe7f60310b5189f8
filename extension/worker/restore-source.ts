import { findConnector, newSourceState } from "../domain"
import type { Secrets, Source } from "./evidence-store"
import { mayAsk } from "./poll-evidence"
import { siteOf } from "./site-record"
import type { Worker } from "./worker"

/** What a file holds of a source of evidence: where it looks, and never its passwords and tokens. */
export type SavedSource = Pick<
  Source,
  "id" | "site" | "connector" | "settings" | "recipient" | "keptSince" | "addedAt"
> & {
  /** The fields that are to be filled in again. */
  leftOut: string[]
}

const MOST_SETTING = 2_000
const LATEST = 8.64e15
/** Until the person has looked at it. */
const NOT_BY_ITSELF = LATEST

/** Without what only its service should see; a password may also stand in an address. */
export function saveSource(source: Source, secrets: Secrets): SavedSource {
  const { id, site, connector, recipient, keptSince, addedAt } = source
  const settings = Object.fromEntries(
    Object.entries(source.settings).map(([name, value]) => [name, withoutPassword(value)]),
  )
  const leftOut = Object.keys(secrets).filter((name) => secrets[name] !== "")
  return { id, site, connector, settings, recipient, keptSince, addedAt, leftOut }
}

function withoutPassword(value: string): string {
  return value.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/i, "$1")
}

/** A source of a file, parsed, since anybody can write one; null for one that this version does not know. */
export function readSource(value: unknown): SavedSource | null {
  if (typeof value !== "object" || value === null) return null
  const given = value as Record<string, unknown>
  const { id, site, recipient } = given
  const connector = typeof given.connector === "string" ? findConnector(given.connector) : undefined
  if (!connector || typeof id !== "string" || id === "" || id.length > 200) return null
  if (typeof site !== "string" || siteOf(`https://${site}`) !== site) return null
  const written = (given.settings ?? {}) as Record<string, unknown>
  const settings: Record<string, string> = {}
  for (const field of connector.fields) {
    const setting = Object.hasOwn(written, field.id) ? written[field.id] : undefined
    if (field.kind !== "secret" && typeof setting === "string" && setting !== "")
      settings[field.id] = setting.slice(0, MOST_SETTING)
  }
  const secret = connector.fields.filter(({ kind }) => kind === "secret").map((field) => field.id)
  const leftOut = Array.isArray(given.leftOut)
    ? secret.filter((name) => (given.leftOut as unknown[]).includes(name))
    : []
  return {
    id,
    site,
    leftOut,
    connector: connector.id,
    settings,
    recipient: typeof recipient === "string" ? recipient.slice(0, MOST_SETTING) : "",
    keptSince: isInstant(given.keptSince) ? given.keptSince : 0,
    addedAt: isInstant(given.addedAt) ? given.addedAt : 0,
  }
}

/**
 * Adds a source of a file, unless the same one is here. It asks nobody until the person has given its token again and
 * let the browser ask that address: a file is no reason to call anywhere.
 */
export async function restoreSource(worker: Worker, given: unknown): Promise<boolean> {
  const read = readSource(given)
  if (!read) return false
  const { leftOut, ...saved } = read
  const store = await worker.evidence()
  if ((await store.list()).some((known) => isSame(known, saved))) return false
  const [secret] = leftOut
  const isAllowed = await mayAsk(saved.settings.url)
  const source: Source = {
    ...saved,
    state: newSourceState(),
    coverage: [],
    readTo: null,
    lastPollAt: null,
    lastGoodAt: null,
    problem: secret
      ? { code: "setting-missing", detail: secret }
      : isAllowed
        ? null
        : { code: "no-permission" },
    skewMs: null,
    comeAgainAt: secret || !isAllowed ? NOT_BY_ITSELF : 0,
    found: 0,
    strangers: 0,
    unreadable: 0,
    addresses: 0,
  }
  await store.add(source, {})
  return true
}

function isSame(known: Source, saved: Omit<SavedSource, "leftOut">): boolean {
  if (known.id === saved.id) return true
  const name = ({ site, connector, settings, recipient }: typeof saved) =>
    JSON.stringify([site, connector, recipient, Object.entries(settings).sort()])
  return name(saveSource(known, {})) === name(saved)
}

function isInstant(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && Math.abs(value) <= LATEST
}
