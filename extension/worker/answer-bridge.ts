import type { BridgeMessage, BridgeOrders, Part, RecordedEvent } from "../messages"
import { changeRecord } from "./change-record"
import { offerMap } from "./choose-map"
import { noMapNotices, noticeOf } from "./compose-health"
import { findInbox } from "./inbox/switched-inboxes"
import { injectLacking } from "./inject"
import { keepDesk, nameDesk } from "./left-behind"
import { markMended } from "./mark-mended"
import { isWebPage, nameMapTrouble, nameSilence } from "./name-trouble"
import { dropOverlay, finishDrag } from "./overlay-place"
import { readSettings } from "./settings"
import { readEvent, reasonOf, takeEvent } from "./site-journey"
import type { SiteRecord } from "./site-record"
import { stampVisitor } from "./stamp-visitor"
import { carry, changeTab, noticeInTab, readTab, takeCarried } from "./tab-state"
import { isToldAgain } from "./told-again"
import type { Worker } from "./worker"

export interface BridgeSender {
  /** From the browser, never from the message. */
  site: string
  tabId: number
  url?: string | undefined
}

/** What the answer is, and whether what the overlay shows of the site has changed. */
export interface BridgeAnswer {
  answer: unknown
  changed: boolean
}

const MOST_EVENTS_A_MESSAGE = 500
const MOST_DETAIL_LENGTH = 300
/** Longer than what is known of any form. */
const MOST_CARRIED_LENGTH = 4_000
const MOST_MAP_LENGTH = 1024 * 1024
const consents = ["granted", "denied", "pending"] as const
const unchanged: BridgeAnswer = { answer: null, changed: false }

/**
 * What a content script may ask. It shares a process with the page, so nothing it says is trusted: events are parsed,
 * lists and texts are bounded, and what it does not know is ignored.
 */
export async function answerBridge(
  worker: Worker,
  sender: BridgeSender,
  message: BridgeMessage,
): Promise<BridgeAnswer> {
  const { site, tabId } = sender
  switch (message.type) {
    case "hello":
      // The first word of a new document: what was noticed of the one before no longer holds.
      if (message.fresh) {
        const noted = changeTab(tabId, { notices: {}, source: "recorder", consent: null })
        await finishDrag(tabId)
        // Neither is asked for by the other.
        const [answer] = await Promise.all([equip(worker, sender, message.lacks), noted])
        return { answer, changed: true }
      }
      return { answer: await equip(worker, sender, message.lacks), changed: true }
    case "events": {
      const acknowledged = await takeEvents(worker, site, list(message.recorded), list(message.fromSnippet))
      return { answer: { acknowledged }, changed: true }
    }
    case "retract":
      return takeBack(worker, site, list(message.ids).map(String))
    case "snippet": {
      const source = message.present ? "snippet" : "recorder"
      const consent = consents.find((each) => each === message.consent) ?? null
      await changeTab(tabId, { source, consent })
      await changeRecord(worker, site, (record) => {
        record.source = source
      })
      const version = isOtherVersion(message.version) ? cut(String(message.version)) : null
      await noticeInTab(tabId, { "other-version": version })
      return { answer: null, changed: true }
    }
    case "page-map":
      if (isWebPage(String(message.text)))
        return told(noticeInTab(tabId, { ...noMapNotices, "map-is-page": cut(String(message.url)) }))
      await noticeInTab(tabId, noMapNotices)
      return takePageMap(worker, site, String(message.url), String(message.text).slice(0, MOST_MAP_LENGTH))
    case "page-map-failed": {
      const { url, status } = message
      const [code, detail] = nameMapTrouble(
        { type: message.type, url: String(url), status: Number(status) || 0 },
        sender.url,
      )
      return told(noticeInTab(tabId, { ...noMapNotices, [code]: cut(detail) }))
    }
    case "snippet-silent": {
      const [code, detail] = nameSilence({ ...message, src: String(message.src) }, sender.url)
      return told(noticeInTab(tabId, { [code]: cut(detail) }))
    }
    case "problem": {
      if (message.code === "data-layer-short") return told(markMended(worker, site, String(message.detail)))
      const code = noticeOf(String(message.code))
      const detail = message.detail === null ? null : cut(String(message.detail))
      return code ? told(noticeInTab(tabId, { [code]: detail })) : unchanged
    }
    case "unsaved":
      await changeTab(tabId, { unsaved: Number(message.count) || 0 })
      return { answer: null, changed: true }
    case "carry":
      await carry(tabId, site, String(message.text).slice(0, MOST_CARRIED_LENGTH))
      return unchanged
    case "carried":
      return { answer: await takeCarried(tabId, site), changed: false }
    case "placed":
      await dropOverlay(tabId, message)
      return unchanged
    default:
      return unchanged
  }
}

/** The orders, given when all is there that following them needs. */
async function equip(worker: Worker, sender: BridgeSender, lacks: Part[] | undefined): Promise<BridgeOrders> {
  // Of a mailbox nothing is kept.
  if (!(await findInbox(sender.url))) await keepDesk(worker, sender.site)
  const orders = await ordersFor(worker, sender)
  const lacking = list(lacks ?? [])
  await injectLacking(sender.tabId, [
    ...(lacking.includes("Recorder") ? ["embedded"] : []),
    ...(lacking.includes("Bridge") ? ["bridge"] : []),
    ...(lacking.includes("Place") && orders.show ? ["place"] : []),
  ])
  return orders
}

/** What a bridge has to do, as the person's settings, the tab and the site stand now. */
export async function ordersFor(worker: Worker, { site, tabId }: BridgeSender): Promise<BridgeOrders> {
  const [{ mode, right, bottom, placedAt }, { hidden, size }] = await Promise.all([
    readSettings(),
    readTab(tabId),
  ])
  return worker.withHead(site, async ({ record, map }) => ({
    type: "orders",
    show: !hidden && !record.hidden,
    layout: {
      mode,
      right,
      bottom,
      placedAt,
      width: size?.width ?? 320,
      height: size?.height ?? 400,
      measured: size !== null,
    },
    rules: map.touchpoints ?? [],
    desk: nameDesk(record, tabId),
  }))
}

/** True once all that can be used is on disk. What cannot be used is counted, and does not come back. */
function takeEvents(
  worker: Worker,
  site: string,
  recorded: unknown[],
  fromSnippet: unknown[],
): Promise<boolean> {
  return worker.withSite(site, async (loaded, journal) => {
    const { record } = loaded
    const now = Date.now()
    followSnippet(record, fromSnippet)
    const stamped = recorded
      .filter((value): value is RecordedEvent => typeof value === "object" && value !== null)
      .filter((event) => !isToldAgain(event, record))
      .map((event) => stampVisitor(event, record.visitor, now))
    const events = [...stamped, ...fromSnippet].flatMap((value) => readEvent(loaded, value) ?? [])
    try {
      for (const event of await journal.addEvents(site, events, record)) takeEvent(loaded, event)
      loaded.unwritten = null
      return true
    } catch (error) {
      // Not acknowledged: the bridge keeps them and tries again, and the person sees why.
      loaded.unwritten = reasonOf(error)
      return false
    }
  })
}

/** The page's snippet knows the visitor: what we see beside it is told of the same one. */
function followSnippet(record: SiteRecord, events: unknown[]): void {
  const { person, session } = (events.at(-1) ?? {}) as { person?: unknown; session?: unknown }
  if (typeof person === "string") record.visitor.person = person.slice(0, 200)
  if (typeof session === "string") record.visitor.session = session.slice(0, 200)
}

async function takeBack(worker: Worker, site: string, ids: string[]): Promise<BridgeAnswer> {
  await worker.withSite(site, async (_, journal) => {
    await journal.removeEvents(site, ids)
    worker.reload(site)
  })
  return { answer: null, changed: true }
}

function takePageMap(worker: Worker, site: string, url: string, text: string): Promise<BridgeAnswer> {
  return worker.withSite(site, async ({ record }, journal) => {
    const known = record.pageMap?.text === text && record.pageMap.from === url
    if (known && !record.refusedMap) return unchanged
    offerMap(record, { origin: "page", from: url, text })
    await journal.writeSite(record)
    worker.reload(site)
    return { answer: null, changed: true }
  })
}

/** Another second number, or none that can be read: what the page's snippet tells may not be what this version expects. */
function isOtherVersion(version: unknown): boolean {
  if (version === undefined || version === null) return false
  const own = chrome.runtime.getManifest().version.split(".")
  const other = String(version).split(".")
  return own[0] !== other[0] || own[1] !== other[1]
}

async function told(change: Promise<boolean>): Promise<BridgeAnswer> {
  return { answer: null, changed: await change }
}

function list<T>(value: T[]): T[] {
  return Array.isArray(value) ? value.slice(0, MOST_EVENTS_A_MESSAGE) : []
}

function cut(value: string): string {
  return value.length > MOST_DETAIL_LENGTH ? `${value.slice(0, MOST_DETAIL_LENGTH)}…` : value
}
