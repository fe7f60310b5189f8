import type { BridgeMessage } from "../messages"
import { changeRecord } from "./change-record"
import { takeTurns } from "./in-turn"
import type { SiteRecord } from "./site-record"
import type { Worker } from "./worker"

/**
 * What pages have left in `storage.local` as they went (`page/leave.ts`), each under `left:DESK:TAB:NUMBER`. Whoever may
 * write there is not named by the browser: the desk, which only pages of the site were told, says whose it is.
 */
const beginning = "left:"
/** The bridge is answered in messages; what it left is handed on in as many. */
const EVENTS_A_MESSAGE = 200

type LeftMessage = Extract<BridgeMessage, { type: "events" | "carry" }>
type Take = (message: LeftMessage, from: { site: string; tabId: number }) => Promise<unknown>

/** How the names begin of what a page of this site leaves in a tab. */
export function nameDesk(record: SiteRecord, tabId: number): string {
  record.desk ??= crypto.randomUUID()
  return `${beginning}${record.desk}:${tabId}:`
}

/** On disk before a page is told of it: a worker that is started by what was left must know whose it is. */
export async function keepDesk(worker: Worker, site: string): Promise<void> {
  await changeRecord(worker, site, (record) => {
    record.desk ??= crypto.randomUUID()
  }).catch(diskRefuses)
}

/** Where nothing can be written, what pages leave cannot be either. */
function diskRefuses(): void {}

/**
 * Takes what was left, now and whenever a page leaves something, which also starts a worker that has ended. `collect` is for
 * those who must not overtake it. To be called before anything is awaited: Chrome hands the change that started the
 * worker only to those.
 */
export function watchLeft(worker: Worker, take: Take): { collect(): Promise<void> } {
  const inTurn = takeTurns()

  async function takeAll(): Promise<void> {
    const kept = await chrome.storage.local.get(null)
    const names = Object.keys(kept).filter((name) => name.startsWith(beginning))
    if (names.length === 0) return
    const sites = await (await worker.journal()).listSites()
    for (const name of names) {
      const [, desk, tab] = name.split(":")
      const site = sites.find((record) => record.desk !== undefined && record.desk === desk)?.site
      const isTaken = site === undefined || (await takeOne(kept[name], { site, tabId: Number(tab) }))
      if (isTaken) await chrome.storage.local.remove(name)
    }
  }

  /** False where it could not be written, and is to stay. */
  async function takeOne(left: unknown, from: { site: string; tabId: number }): Promise<boolean> {
    for (const message of readLeft(left)) {
      const answer = (await take(message, from)) as { acknowledged?: unknown } | null
      if (answer?.acknowledged === false) return false
    }
    return true
  }

  const collect = () => inTurn(takeAll)
  chrome.storage.onChanged.addListener((changes, area) => {
    const isLeft = ([name, { newValue }]: [string, chrome.storage.StorageChange]) =>
      name.startsWith(beginning) && newValue !== undefined
    if (area === "local" && Object.entries(changes).some(isLeft)) void collect().catch(nextTime)
  })
  void collect().catch(nextTime)
  return { collect }
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
