import type { InboxMessage, InboxOrder } from "../../inbox/messages"
import type { InboxAction } from "../../inbox/state"
import { moveOverlay } from "../overlay-place"
import { changeTab, readTab } from "../tab-state"
import type { Worker } from "../worker"
import { answerInbox, orderInbox, placeInbox } from "./answer-inbox"
import { composeInbox } from "./compose-inbox"
import { findInbox, listInboxes, originOf, switchInbox } from "./switched-inboxes"

/** What an open inbox and the overlay on it ask of the worker. */
export interface InboxDesk {
  /** The script in the page. `url` is the browser's word for where it runs. */
  fromScript(message: InboxMessage, url: string | undefined, tabId: number): Promise<unknown>
  /** The overlay on it. */
  state(tabId: number): Promise<unknown>
  act(tabId: number, action: InboxAction): Promise<unknown>
  /** Another map expects other mails (`*`: of all sites). */
  reorder(site: string): Promise<void>
}

export function openInboxDesk(worker: Worker, announce: (site: string) => void): InboxDesk {
  return {
    async fromScript(message, url, tabId) {
      const inbox = await findInbox(url)
      if (!inbox) return null
      const { answer, changed } = await answerInbox(worker, { inbox, tabId }, message)
      if (changed) announce(inbox.site)
      return answer
    },
    state: (tabId) => composeInbox(worker, tabId),
    async act(tabId, action) {
      if (action.type === "move") return moveOverlay(tabId, action)
      if (action.type === "size") {
        const { width, height, mode } = action
        await changeTab(tabId, { inboxSize: { width, height, mode } })
        return tellTab(tabId, { type: "inbox-layout", layout: await placeInbox(tabId) })
      }
      const { inbox } = await readTab(tabId)
      if (inbox !== null)
        await switchOffInbox(inbox, (site) => {
          // Its journey names who watches.
          worker.reload(site)
          announce(site)
        })
      return null
    },
    async reorder(site) {
      for (const { origin, site: own } of await listInboxes())
        if (site === "*" || site === own)
          for (const tabId of await listTabs(origin)) {
            const inbox = await findInbox(origin)
            if (inbox) await tellTab(tabId, await orderInbox(worker, inbox, tabId))
          }
    },
  }
}

/** Nothing of it is looked at any more; what was seen stays. */
export async function switchOffInbox(address: string, announce: (site: string) => void): Promise<void> {
  const inbox = await findInbox(address)
  const tabs = inbox ? await listTabs(inbox.origin) : []
  await switchInbox(address, null, 0)
  for (const tabId of tabs) {
    await changeTab(tabId, { inbox: null, inboxSeen: null })
    await tellTab(tabId, { type: "inbox-stop" })
  }
  if (inbox) announce(inbox.site)
}

/** Only tabs whose address Chrome lets us see; and only there the script runs. */
async function listTabs(origin: string): Promise<number[]> {
  const tabs = await chrome.tabs.query({})
  return tabs.flatMap(({ id, url }) => (id !== undefined && originOf(url) === origin ? [id] : []))
}

async function tellTab(tabId: number, order: InboxOrder): Promise<void> {
  await chrome.tabs.sendMessage(tabId, order, { frameId: 0 }).catch(nobodyListens)
}

function nobodyListens(): void {}
