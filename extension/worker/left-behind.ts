import type { BridgeMessage } from "../messages"
import { changeRecord } from "./change-record"
import type { Greetings } from "./greetings"
import { takeTurns } from "./in-turn"
import type { SiteRecord } from "./site-record"
import type { Worker } from "./worker"

/**
 * What pages have left in `storage.local` as they went (`page/leave.ts`), under `left:NUMBER`. Who writes there the browser
 * does not say, and of a message from a page that goes it names the page that comes: the desk, which only pages of the
 * site were told, says whose it is; of a page that goes before it was told, the key with which it has greeted.
 */
const beginning = "left:"
/** The bridge is answered in messages; what it left is handed on in as many. */
const EVENTS_A_MESSAGE = 200

type LeftMessage = Extract<BridgeMessage, { type: "events" | "carry" }>
type Take = (message: LeftMessage, from: { site: string; tabId: number }) => Promise<unknown>

/** What a page of this site says in a tab with what it leaves. */
export function nameDesk(record: SiteRecord, tabId: number): string {
  record.desk ??= crypto.randomUUID()
  return `${record.desk}:${tabId}`
}

/** On disk before a page is told of it: a worker that is started by what was left must know whose it is. */
export async function keepDesk(worker: Worker, site: string): Promise<void> {
  await changeRecord(worker, site, (record) => {
    record.desk ??= crypto.randomUUID()
  }).catch(diskRefuses)
}

/** Where nothing can be written, what pages leave cannot be either. */
function diskRefuses(): void {}

export interface LeftBehind {
  /** Takes what was left in the storage; for those who must not overtake it. */
  collect(): Promise<void>
  /** Takes one message, for the site whose desk it names; false where it could not be written, and is to stay. */
  take(left: unknown): Promise<boolean>
}

/**
 * Collects what was left, now and whenever a page leaves something, which also starts a worker that has ended. To be called
 * before anything is awaited: Chrome hands the change that started the worker only to those.
 */
export function watchLeft(worker: Worker, greetings: Greetings, hand: Take): LeftBehind {
  const inTurn = takeTurns()

  async function findOwner(named: unknown) {
    const [desk, tab] = String(named).split(":")
    const sites = await (await worker.journal()).listSites()
    const site = sites.find((record) => record.desk !== undefined && record.desk === desk)?.site
    return site === undefined ? greetings.find(named) : { site, tabId: Number(tab) }
  }

  async function take(left: unknown): Promise<boolean> {
    const from = await findOwner((left as { desk?: unknown } | null)?.desk)
    if (!from) return true
    for (const message of readLeft(left)) {
      const answer = (await hand(message, from)) as { acknowledged?: unknown } | null
      if (answer?.acknowledged === false) return false
    }
    return true
  }

  const collect = () =>
    inTurn(async () => {
      const kept = Object.entries(await chrome.storage.local.get(null))
      for (const [name, left] of kept)
        if (name.startsWith(beginning) && (await take(left))) await chrome.storage.local.remove(name)
    })

  chrome.storage.local.onChanged.addListener((changes) => {
    const isLeft = ([name, { newValue }]: [string, chrome.storage.StorageChange]) =>
      name.startsWith(beginning) && newValue !== undefined
    if (Object.entries(changes).some(isLeft)) void collect().catch(nextTime)
  })
  void collect().catch(nextTime)
  return { collect, take }
}

/** As a content script wrote it, so nothing of it is trusted. */
function readLeft(left: unknown): LeftMessage[] {
  const { type, recorded, fromSnippet, text } = (left ?? {}) as Record<string, unknown>
  if (type === "carry" && typeof text === "string") return [{ type, text }]
  if (type !== "events" || !Array.isArray(recorded) || !Array.isArray(fromSnippet)) return []
  const messages: LeftMessage[] = []
  for (let from = 0; from < Math.max(recorded.length, fromSnippet.length); from += EVENTS_A_MESSAGE)
    messages.push({
      type,
      recorded: recorded.slice(from, from + EVENTS_A_MESSAGE),
      fromSnippet: fromSnippet.slice(from, from + EVENTS_A_MESSAGE),
    })
  return messages
}

/** What could not be taken stays, and is looked at again when the next page leaves something or the worker starts. */
function nextTime(): void {}
