import { patternOf } from "../host-pattern"
import type { InboxMessage } from "../inbox/messages"
import type { BridgeMessage, BridgeOrders, ChangedMessage, OverlayAnswer, PageMessage } from "../messages"
import { openSidePanel } from "../open-side-panel"
import { iconWords } from "../words/icon"
import { setAlwaysOn, watchGrants } from "./always-on"
import { answerBridge, ordersFor } from "./answer-bridge"
import { composeSources, doEvidenceAction } from "./answer-evidence"
import { composeOptions, doOptionsAction } from "./answer-options"
import { doOverlayAction } from "./answer-overlay"
import { chooseBadge, showBadge, showRefusal } from "./badge"
import { changeRecord } from "./change-record"
import { composeOverlay } from "./compose-overlay"
import { composePopup } from "./compose-popup"
import { watchRetention } from "./erase-beyond"
import { watchEvidence } from "./evidence-alarm"
import { watchFirstRun } from "./first-run"
import { keepGreetings } from "./greetings"
import { offerPopup } from "./icon-popup"
import { openInboxDesk } from "./inbox/inbox-desk"
import { findInbox, registerInboxes } from "./inbox/switched-inboxes"
import { injectAtClick, injectInto, injectIntoFrames } from "./inject"
import { watchInstalls } from "./inject-open"
import { watchLeft } from "./left-behind"
import { onceAtATime } from "./once-at-a-time"
import { forgetSaid } from "./only-news"
import { answerPanel } from "./panel/answer-panel"
import { onRenewal, planRenewal } from "./renewal"
import { readSettings } from "./settings"
import { siteOf } from "./site-record"
import { changeTab, forgetTab, readTab } from "./tab-state"
import { startWorker } from "./worker"

/**
 * Wires Chrome's events to the worker. All listeners are registered at once, before anything is awaited: Chrome hands
 * the event that started the worker only to those.
 */
export function listen(): void {
  const worker = startWorker()
  const ownPages = chrome.runtime.getURL("")
  const evidence = watchEvidence(worker, (site) => void announce(site, undefined))
  const inboxes = openInboxDesk(worker, (site) => void announce(site, undefined))
  const greetings = keepGreetings()
  const left = watchLeft(worker, greetings, async (message, from) => {
    const { answer, changed } = await answerBridge(worker, from, message)
    if (changed) void announce(from.site, from.tabId)
    return answer
  })

  /** Extension pages that show this site ask again; the badge of the tab follows. */
  async function announce(site: string, tabId: number | undefined): Promise<void> {
    const changed: ChangedMessage = { type: "changed", site, ...(tabId !== undefined && { tabId }) }
    chrome.runtime.sendMessage(changed).catch(nobodyListens)
    if (tabId !== undefined) await followTab(tabId)
  }

  const followTab = onceAtATime(async (tabId: number) => {
    const { site } = await readTab(tabId)
    if (site === null) return
    const state = await composeOverlay(worker, site, tabId)
    await showBadge(tabId, await worker.withSite(site, async ({ record }) => chooseBadge(state, record)))
    await planRenewal(tabId, state.nextChangeAt === null ? null : state.nextChangeAt - state.clockOffsetMs)
  })

  async function giveOrders(site: string, tabId: number): Promise<void> {
    const orders = await ordersFor(worker, { site, tabId })
    await chrome.tabs.sendMessage(tabId, orders, { frameId: 0 }).catch(nobodyListens)
    await offerPopup(tabId, orders.show)
  }

  /** Another map has other touchpoints to look for: the open pages of a site (`*`: of all) are told. */
  async function reorder(changed: string): Promise<void> {
    for (const { id } of await chrome.tabs.query({})) {
      const site = id === undefined ? null : (await readTab(id)).site
      if (id !== undefined && site !== null && (changed === "*" || changed === site))
        await giveOrders(site, id)
    }
    await inboxes.reorder(changed)
  }

  async function fromBridge(
    message: BridgeMessage,
    { site, tabId, url }: { site: string; tabId: number; url: string | undefined },
  ): Promise<unknown> {
    if (message.type === "frames") return injectIntoFrames(tabId)
    // The page before may have left it a moment ago.
    if (message.type === "carried") await left.collect()
    // Asked before anything is awaited: a new document's greeting must not overtake, nor be overtaken.
    const asked = answerBridge(worker, { site, tabId, url }, message)
    const inbox = message.type === "hello" && findInbox(url)
    if (inbox)
      greetings.note(
        message.key,
        { site, tabId },
        inbox.then((found) => !found),
      )
    // A mailbox is looked at for what is expected there, and never audited: what is done in it is nobody's journey.
    if (await inbox) return null
    if (message.type === "hello") {
      forgetSaid(tabId)
      await changeTab(tabId, {
        site,
        lost: false,
        ...(message.fresh && { unsaved: 0, greetedAt: Date.now() }),
      })
    }
    const { answer, changed } = await asked
    if (message.type === "hello") void offerPopup(tabId, (answer as BridgeOrders).show)
    if (changed) void announce(site, tabId)
    // The page's map has touchpoints of its own to look for.
    if (changed && message.type === "page-map") void giveOrders(site, tabId)
    return answer
  }

  /** A frame belongs to the journey of the page around it, whatever its own address is. */
  async function fromFrame(message: BridgeMessage, tabId: number): Promise<unknown> {
    const { site } = await readTab(tabId)
    if (site === null) return null
    if (message.type === "hello") return ordersFor(worker, { site, tabId })
    if (message.type !== "events") return null
    const { answer, changed } = await answerBridge(worker, { site, tabId }, { ...message, fromSnippet: [] })
    if (changed) void announce(site, tabId)
    return answer
  }

  async function answerOverlay(site: string, tabId: number): Promise<OverlayAnswer> {
    const [state, { theme }] = await Promise.all([composeOverlay(worker, site, tabId), readSettings()])
    return { state, theme }
  }

  async function fromPage(message: PageMessage, own: number | undefined): Promise<unknown> {
    if (message.type === "options-state") return composeOptions(worker)
    if (message.type === "options-action") {
      const { answer, changed } = await doOptionsAction(worker, message.action)
      if (changed !== null) {
        await announce(changed, undefined)
        await reorder(changed)
      }
      // What a file brought back is looked at as what was connected by hand: by the alarm, and once at the end.
      if (message.action.type === "restore-source") await evidence.follow()
      if (message.action.type === "restore-end") void evidence.lookEverywhere().catch(nobodyListens)
      return answer ?? {}
    }
    if (message.type === "always-on") {
      const pattern = patternOf(message.pattern)
      return pattern === null ? null : setAlwaysOn(pattern, message.on === true)
    }
    if (message.type === "sources-state") return composeSources(worker, evidence)
    if (message.type === "evidence-action") {
      const { answer, changed } = await doEvidenceAction(worker, evidence, message.action)
      if (changed !== null) await announce(changed, undefined)
      return answer ?? {}
    }
    if (message.type === "inbox-state") return own === undefined ? null : inboxes.state(own)
    if (message.type === "inbox-action") return own === undefined ? null : inboxes.act(own, message.action)
    // A page of ours that stands beside the tab it shows names it; one inside it (the overlay) need not.
    const tabId = Number.isInteger(message.tabId) ? message.tabId : own
    const site = tabId === undefined ? null : (await readTab(tabId)).site
    if (message.type === "popup-state")
      return composePopup(worker, site === null || tabId === undefined ? null : { site, tabId })
    if (message.type === "panel-state" || message.type === "panel-action")
      return answerPanel(
        worker,
        site === null || tabId === undefined ? null : { site, tabId },
        message,
        announce,
      )
    if (tabId === undefined || site === null)
      return { state: null, reason: "no-site" } satisfies OverlayAnswer
    if (message.type === "overlay-state") return answerOverlay(site, tabId)
    if (message.type !== "overlay-action") return null
    const effect = await doOverlayAction(worker, { site, tabId }, message.action)
    // Whoever turns the clock wants to know what has come by then.
    if (message.action.type.startsWith("clock")) void evidence.look(site).catch(nobodyListens)
    if (effect.reorder) await giveOrders(site, tabId)
    if (effect.changed !== "nothing") await announce(effect.changed === "everything" ? "*" : site, tabId)
    return effect.answer ?? null
  }

  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    if (sender.id !== chrome.runtime.id || typeof message !== "object" || message === null) return false
    // The address of a frame comes from the browser. A page that could fake it would own the browser already.
    const isOwnPage = sender.url?.startsWith(ownPages) ?? false
    const tabId = sender.tab?.id
    const site = siteOf(sender.url)
    // Chrome says of a page that has gone that it is a frame of the one that has come.
    const isGone = sender.documentLifecycle === "pending_deletion"
    const answer = isOwnPage
      ? fromPage(message as PageMessage, tabId)
      : typeof (message as { desk?: unknown }).desk === "string"
        ? left.take(message)
        : isGone || tabId === undefined || sender.frameId === undefined
          ? Promise.resolve(null)
          : site === null || sender.frameId !== 0
            ? fromFrame(message as BridgeMessage, tabId)
            : String((message as { type?: unknown }).type).startsWith("inbox-")
              ? inboxes.fromScript(message as InboxMessage, sender.url, tabId)
              : fromBridge(message as BridgeMessage, { site, tabId, url: sender.url })
    answer.then(respond, (error) => {
      console.error("Cuelight could not answer", (message as { type?: unknown }).type, error)
      respond({ failed: error instanceof Error ? error.message : String(error) })
    })
    return true
  })

  watchGrants(registerInboxes, () => void announce("*", undefined))
  watchInstalls()
  watchFirstRun()
  watchRetention(worker, () => void announce("*", undefined))
  chrome.action.onClicked.addListener((tab) => void audit(tab))

  /** A click on the icon: this tab from now on, and what was closed here is open again. */
  async function audit(tab: chrome.tabs.Tab): Promise<void> {
    if (tab.id === undefined) return
    const site = siteOf(tab.url)
    await changeTab(tab.id, { audited: true, hidden: false })
    if (site !== null) {
      const shown = changeRecord(worker, site, (record) => {
        record.hidden = false
      })
      // The page greets when it has the bridge: the record's turn comes before its.
      const [isIn] = await Promise.all([injectAtClick(tab.id), shown])
      if (isIn) return nameIcon(tab.id, "audit")
    }
    await changeTab(tab.id, { audited: false })
    await offerPopup(tab.id, false)
    await showRefusal(tab.id)
    await nameIcon(tab.id, "cannotAudit")
  }

  chrome.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === "loading") forgetSaid(tabId)
    if (change.status) void follow(tabId)
  })

  /** After a navigation within the site the right to this tab still holds, and the audit goes on by itself. */
  async function follow(tabId: number): Promise<void> {
    const { audited } = await readTab(tabId)
    if (!audited || (await injectInto(tabId))) return
    await changeTab(tabId, { lost: true })
    await offerPopup(tabId, false)
    await showRefusal(tabId)
    await nameIcon(tabId, "clickAgain")
  }

  onRenewal((tabId) => void renew(tabId))

  /** Something fell due while nothing happened. */
  async function renew(tabId: number): Promise<void> {
    const { site } = await readTab(tabId)
    if (site !== null) await announce(site, tabId)
  }

  chrome.commands.onCommand.addListener((command, tab) => {
    if (command !== "open-panel" || tab?.windowId === undefined) return
    void openSidePanel({ windowId: tab.windowId })
    void auditUnlessAudited(tab)
  })

  async function auditUnlessAudited(tab: chrome.tabs.Tab): Promise<void> {
    if (tab.id !== undefined && siteOf(tab.url) !== null && (await readTab(tab.id)).site === null)
      await audit(tab)
  }

  chrome.tabs.onRemoved.addListener((tabId) => {
    void forgetTab(tabId)
    void planRenewal(tabId, null)
    forgetSaid(tabId)
  })
}

async function nameIcon(tabId: number, what: keyof typeof iconWords.en): Promise<void> {
  const { language } = await readSettings()
  await chrome.action.setTitle({ tabId, title: iconWords[language][what] }).catch(nobodyListens)
}

/** No page of ours is open there, or the tab is gone. */
function nobodyListens(): void {}
