import { patternOf } from "../../host-pattern"
import type { SwitchedInbox } from "../../inbox/state"
import { takeTurns } from "../in-turn"
import { localStorage } from "../kept-storage"

/**
 * Inboxes that the person has switched on, each for one site. Chrome grants a host; which of its ports is meant is kept
 * here, and asked of the browser whenever a page there speaks.
 */
const key = "inboxes"
const script = "inbox"
const MOST_INBOXES = 50
const inTurn = takeTurns()

export async function listInboxes(): Promise<SwitchedInbox[]> {
  const stored = (await localStorage().get([key]))[key]
  return Array.isArray(stored) ? stored.flatMap((each) => readInbox(each) ?? []) : []
}

function readInbox(value: unknown): SwitchedInbox | null {
  const { origin, site, since } = (value ?? {}) as Partial<SwitchedInbox>
  return typeof origin === "string" && typeof site === "string" && typeof since === "number"
    ? { origin, site, since }
    : null
}

/** The one at this address, whatever page of it is meant. */
export async function findInbox(address: string | undefined): Promise<SwitchedInbox | null> {
  const origin = originOf(address)
  return (await listInboxes()).find((inbox) => inbox.origin === origin) ?? null
}

/** Null where it is no address of a page. */
export function originOf(address: string | undefined): string | null {
  return patternOf(address) === null ? null : new URL(address ?? "").origin
}

/** Chrome itself is asked by the page on which the person pressed: only there may it be. `site` null switches off. */
export async function switchInbox(address: string, site: string | null, at: number): Promise<boolean> {
  const origin = originOf(address)
  if (origin === null) return false
  await inTurn(async () => {
    const others = (await listInboxes()).filter((inbox) => inbox.origin !== origin)
    const next = site === null ? others : [...others, { origin, site, since: at }].slice(-MOST_INBOXES)
    await localStorage().set({ [key]: next })
  })
  await registerInboxes()
  return true
}

/** None is switched on any more. */
export async function forgetInboxes(): Promise<void> {
  await inTurn(() => localStorage().remove(key))
  await registerInboxes()
}

/** Has Chrome put the script into pages of just those hosts that are switched on and granted. */
export function registerInboxes(): Promise<void> {
  return inTurn(async () => {
    const matches = new Set<string>()
    for (const { origin } of await listInboxes()) {
      const pattern = patternOf(origin)
      if (pattern !== null && (await chrome.permissions.contains({ origins: [pattern] })))
        matches.add(pattern)
    }
    const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [script] })
    if (registered) await chrome.scripting.unregisterContentScripts({ ids: [script] })
    if (matches.size === 0) return
    await chrome.scripting.registerContentScripts([
      {
        id: script,
        matches: [...matches],
        js: ["page/webmail.js"],
        runAt: "document_idle",
        persistAcrossSessions: true,
      },
    ])
  })
}

/** The tabs of an inbox that are open already get the script too. */
export async function injectIntoInbox(address: string): Promise<void> {
  const [pattern, origin] = [patternOf(address), originOf(address)]
  if (pattern === null) return
  for (const { id, url } of await chrome.tabs.query({ url: pattern }))
    if (id !== undefined && originOf(url) === origin)
      await chrome.scripting
        .executeScript({ target: { tabId: id }, files: ["page/webmail.js"] })
        .catch(tabIsGone)
}

function tabIsGone(): void {}
