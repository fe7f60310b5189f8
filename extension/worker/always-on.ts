import { everySite } from "../host-pattern"
import { takeTurns } from "./in-turn"

/**
 * Sites that are audited without a click: the person asked for it, and Chrome has granted that one address. What was
 * granted for another reason (a source of evidence lives there) is none of these.
 */
const key = "always-on"
const scripts = ["always-on-bridge", "always-on-tap"]
const inTurn = takeTurns()

async function readWanted(): Promise<string[]> {
  const wanted = (await chrome.storage.local.get(key))[key]
  return Array.isArray(wanted) ? wanted.filter((each) => typeof each === "string") : []
}

const isGranted = (pattern: string) => chrome.permissions.contains({ origins: [pattern] })

/** Whether pages of this address are audited by themselves, because of it or because all are. */
export async function isAlwaysOn(pattern: string): Promise<boolean> {
  const wanted = await readWanted()
  return (wanted.includes(pattern) && (await isGranted(pattern))) || (await isEverywhere()).on
}

/** Whether all sites are audited without a click; `takenBack`: it is wanted, and the browser does not let us (any more). */
export async function isEverywhere(): Promise<{ on: boolean; takenBack: boolean }> {
  const wanted = await readWanted()
  if (!everySite.every((pattern) => wanted.includes(pattern))) return { on: false, takenBack: false }
  const on = await chrome.permissions.contains({ origins: [...everySite] })
  return { on, takenBack: !on }
}

/** The single sites that are audited without a click, as the patterns that were asked for. */
export async function listSingleSites(): Promise<string[]> {
  return (await listAlwaysOn()).filter((pattern) => !everySite.includes(pattern))
}

/** The patterns of those sites that the person wants audited and Chrome lets us into. */
export async function listAlwaysOn(): Promise<string[]> {
  const granted: string[] = []
  for (const pattern of await readWanted()) if (await isGranted(pattern)) granted.push(pattern)
  return granted
}

/** Chrome itself is asked by the page on which the person pressed: only there may it be. */
export async function setAlwaysOn(pattern: string, on: boolean): Promise<void> {
  await want([pattern], on)
}

/** All sites, or no longer all; those that were asked for one by one stay. Chrome is asked as for a single one. */
export async function setEverywhere(on: boolean): Promise<void> {
  await want(everySite, on)
}

async function want(patterns: readonly string[], on: boolean): Promise<void> {
  await inTurn(async () => {
    const others = (await readWanted()).filter((each) => !patterns.includes(each))
    await chrome.storage.local.set({ [key]: on ? [...others, ...patterns] : others })
  })
  await registerAlwaysOn()
}

/**
 * Has Chrome put the knock and the tap into pages of just those addresses: the rest follows when there is something to
 * show. Chrome keeps that for itself, and is there before the worker. What is as it should be is left alone, and what is
 * not is changed at once: a page that comes between taking away and putting back would have neither.
 */
export function registerAlwaysOn(): Promise<void> {
  return inTurn(async () => {
    const matches = await listAlwaysOn()
    const registered = await chrome.scripting.getRegisteredContentScripts({ ids: scripts })
    if (matches.length === 0) {
      if (registered.length > 0)
        await chrome.scripting.unregisterContentScripts({ ids: registered.map(({ id }) => id) })
      return
    }
    const each = { matches, runAt: "document_start", persistAcrossSessions: true } as const
    const wanted: chrome.scripting.RegisteredContentScript[] = [
      { ...each, id: "always-on-bridge", js: ["page/knock.js"] },
      { ...each, id: "always-on-tap", js: ["page/tap.js"], world: "MAIN" },
    ]
    const lacking = wanted.filter(({ id }) => registered.every((one) => one.id !== id))
    const changed = wanted.filter((one) =>
      registered.some((other) => other.id === one.id && !isSame(one, other)),
    )
    if (changed.length > 0) await chrome.scripting.updateContentScripts(changed)
    if (lacking.length > 0) await chrome.scripting.registerContentScripts(lacking)
  })
}

function isSame(one: chrome.scripting.RegisteredContentScript, other: typeof one): boolean {
  const write = ({ js = [], matches = [] }: typeof one) => JSON.stringify([js, matches.toSorted()])
  return write(one) === write(other)
}

/** No site is audited without a click any more, and the browser has all of them back that it was asked for. */
export async function giveBackSites(): Promise<void> {
  await inTurn(() => chrome.storage.local.remove(key))
  const { origins = [] } = await chrome.permissions.getAll()
  const fromTheStart = chrome.runtime.getManifest().host_permissions ?? []
  const granted = origins.filter((origin) => !fromTheStart.includes(origin))
  // Chrome refuses to take one back that a policy has given.
  for (const origin of granted) await chrome.permissions.remove({ origins: [origin] }).catch(() => false)
  await registerAlwaysOn()
}

/**
 * Follows what the person grants and takes back, also in the browser's own settings; so does what else needs a grant,
 * and every page of ours that shows it.
 */
export function watchGrants(registerOthers: () => Promise<void>, tell: () => void): void {
  const follow = () => void Promise.all([registerAlwaysOn(), registerOthers()]).then(tell, couldNotRegister)
  chrome.permissions.onAdded.addListener(follow)
  chrome.permissions.onRemoved.addListener(follow)
  chrome.runtime.onInstalled.addListener(follow)
  chrome.runtime.onStartup.addListener(follow)
}

function couldNotRegister(error: unknown): void {
  console.error("Cuelight could not follow what was granted", error)
}
