import { takeTurns } from "./in-turn"
import { sessionStorage } from "./kept-storage"

/**
 * What holds for a tab, and for a site's clock, until the browser ends. Kept in `storage.session`, because the worker
 * itself may end at any moment.
 */
export interface TabState {
  /** The site of the page that greeted last: Chrome names a tab's address only while we may read it. */
  site: string | null
  /** The person asked to audit this tab: it is injected again after each navigation that Chrome lets us follow. */
  audited: boolean
  /** Closed in this tab until the icon is clicked. */
  hidden: boolean
  /** Size that the overlay's content asked for; null until it has. */
  size: { width: number; height: number } | null
  /** Who tells the events of the tab's page, and what its snippet last said of the visitor's consent. */
  source: "recorder" | "snippet"
  consent: "granted" | "denied" | "pending" | null
  /** What the tab's page or its map made us notice, by code. Another page may be well, in another tab of the same site too. */
  notices: Record<string, string>
  /** Events that the bridge could not yet hand over. */
  unsaved: number
  /** When the page's document first greeted us, ms; null before. */
  greetedAt: number | null
  /** What a page of this site has left for the next one. */
  carried: { site: string; text: string } | null
  /** Chrome no longer lets us into this tab. */
  lost: boolean
  /** The page is an inbox that the person has switched on: its origin. */
  inbox: string | null
  /** What its script has last said of the list, and the size of the overlay on it. */
  inboxSeen: { webmail: string | null; isWhole: boolean } | null
  inboxSize: { width: number; height: number; mode: "pill" | "open" } | null
}

/** A tab of which nothing is known. */
export const newTab: TabState = {
  site: null,
  audited: false,
  hidden: false,
  size: null,
  source: "recorder",
  consent: null,
  notices: {},
  unsaved: 0,
  greetedAt: null,
  carried: null,
  lost: false,
  inbox: null,
  inboxSeen: null,
  inboxSize: null,
}

const tabKey = (tabId: number) => `tab:${tabId}`
const clockKey = (site: string) => `clock:${site}`
const toldKey = (site: string) => `told:${site}`

const tabOf = (stored: unknown): TabState => ({ ...newTab, ...(stored as Partial<TabState> | undefined) })
const clockOf = (stored: unknown): number => (typeof stored === "number" ? stored : 0)
const toldOf = (stored: unknown): string[] => (Array.isArray(stored) ? stored : [])

export async function readTab(tabId: number): Promise<TabState> {
  const key = tabKey(tabId)
  return tabOf((await sessionStorage().get([key]))[key])
}

/** In one question, where they are not known yet. */
export async function readForOverlay(
  site: string,
  tabId: number,
): Promise<{ tab: TabState; clockOffsetMs: number; told: string[] }> {
  const [tab, clock, told] = [tabKey(tabId), clockKey(site), toldKey(site)]
  const stored = await sessionStorage().get([tab, clock, told])
  return { tab: tabOf(stored[tab]), clockOffsetMs: clockOf(stored[clock]), told: toldOf(stored[told]) }
}

const inTurn = takeTurns()

/** Writes what `change` makes of the tab, unless that is nothing. */
async function write(
  tabId: number,
  change: (before: TabState) => Partial<TabState> | null,
): Promise<{ before: TabState; isChanged: boolean }> {
  const { before, kept } = await inTurn(async () => {
    const before = await readTab(tabId)
    const changed = change(before)
    // The next turn need not wait until the browser has it: what is written is read from here.
    return { before, kept: changed && sessionStorage().set({ [tabKey(tabId)]: { ...before, ...changed } }) }
  })
  await kept
  return { before, isChanged: kept !== null }
}

export async function changeTab(tabId: number, change: Partial<TabState>): Promise<void> {
  await write(tabId, () => change)
}

/** Notes what the tab's page made us notice, or with null that it no longer holds. True when it is news. */
export async function noticeInTab(tabId: number, found: Record<string, string | null>): Promise<boolean> {
  const { isChanged } = await write(tabId, (before) => {
    const all = Object.entries({ ...before.notices, ...found })
    const notices = Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
    return JSON.stringify(notices) === JSON.stringify(before.notices) ? null : { notices }
  })
  return isChanged
}

export async function carry(tabId: number, site: string, text: string): Promise<void> {
  await changeTab(tabId, { carried: text === "" ? null : { site, text } })
}

/** Gives what the page before has left to a page of the same site, and to no other; either way it is gone then. */
export async function takeCarried(tabId: number, site: string): Promise<string | null> {
  const { before } = await write(tabId, ({ carried }) => carried && { carried: null })
  return before.carried?.site === site ? before.carried.text : null
}

export async function forgetTab(tabId: number): Promise<void> {
  await sessionStorage().remove(tabKey(tabId))
}

/** Runs of a site that were announced: once is enough, however many pages follow. */
export async function readTold(site: string): Promise<string[]> {
  const key = toldKey(site)
  return toldOf((await sessionStorage().get([key]))[key])
}

const MOST_TOLD = 200

export function addTold(site: string, runs: string[]): Promise<void> {
  return inTurn(async () => {
    const told = new Set([...(await readTold(site)), ...runs])
    await sessionStorage().set({ [toldKey(site)]: [...told].slice(-MOST_TOLD) })
  })
}

/** How far a site's clock is moved, ms; 0 is now. */
export async function readClock(site: string): Promise<number> {
  const key = clockKey(site)
  return clockOf((await sessionStorage().get([key]))[key])
}

export async function moveClock(site: string, offsetMs: number): Promise<void> {
  await sessionStorage().set({ [clockKey(site)]: offsetMs })
}
