import { joinSpans, listExpectedMail } from "../../domain"
import type { InboxMessage, InboxOrders, InboxSighting } from "../../inbox/messages"
import type { SwitchedInbox } from "../../inbox/state"
import type { Layout } from "../../messages"
import { readSettings } from "../settings"
import { type SiteJourney, takeEvent } from "../site-journey"
import { changeTab, readTab } from "../tab-state"
import type { Worker } from "../worker"
import { isInstant, makeInboxEvents } from "./take-lines"

/** A script that claims to have looked for longer than a day without a word is not believed. */
const LONGEST_LOOK_MS = 86_400_000

/** What the script of an open inbox may ask. `changed`: the site's journey is another one now, or what the overlay shows. */
export async function answerInbox(
  worker: Worker,
  { inbox, tabId }: { inbox: SwitchedInbox; tabId: number },
  message: InboxMessage,
): Promise<{ answer: unknown; changed: boolean }> {
  if (message.type === "inbox-hello") {
    await changeTab(tabId, { inbox: inbox.origin })
    return { answer: await orderInbox(worker, inbox, tabId), changed: false }
  }
  const { lines, looked, webmail, isWhole } = message
  const now = Date.now()
  const isNews = await worker.withSite(inbox.site, async (loaded, journal) => {
    const written = await journal.addEvents(
      inbox.site,
      makeInboxEvents(loaded, { origin: inbox.origin, lines }, now),
    )
    for (const event of written) takeEvent(loaded, event)
    const isLooked = addLooked(loaded, inbox, looked, now)
    if (isLooked) await journal.writeSite(loaded.record)
    return written.length > 0 || isLooked
  })
  const seen = {
    webmail: typeof webmail === "string" ? webmail.slice(0, 40) : null,
    isWhole: isWhole === true,
  }
  const isOther = JSON.stringify((await readTab(tabId)).inboxSeen) !== JSON.stringify(seen)
  if (isOther) await changeTab(tabId, { inboxSeen: seen })
  return { answer: null, changed: isNews || isOther }
}

/** The mail of this site was looked at: what did not come then, did not come. True where that is new. */
export function addLooked(
  { record, map }: Pick<SiteJourney, "record" | "map">,
  { since }: Pick<SwitchedInbox, "since">,
  looked: InboxSighting["looked"],
  now: number,
): boolean {
  if (!looked || !isInstant(looked.from) || !isInstant(looked.to)) return false
  const { from } = looked
  const to = Math.min(looked.to, now)
  if (to <= from || from < since || to - from > LONGEST_LOOK_MS) return false
  const channels = new Set(listExpectedMail(map).map(({ channel }) => channel))
  const before = JSON.stringify(record.looked ?? [])
  record.looked = joinSpans(
    record.looked ?? [],
    [...channels].map((channel) => ({ channel, from, to })),
  )
  return JSON.stringify(record.looked) !== before
}

/** What it is to look for, and the overlay's place. */
export async function orderInbox(
  worker: Worker,
  { site }: SwitchedInbox,
  tabId: number,
): Promise<InboxOrders> {
  const layout = await placeInbox(tabId)
  return worker.withSite(site, async ({ map, record }) => {
    const expected = listExpectedMail(map)
    return {
      type: "inbox-orders",
      since: record.recordedFrom,
      subject: expected.flatMap(({ subject }) => subject),
      sender: expected.flatMap(({ sender }) => sender),
      layout,
    }
  })
}

export async function placeInbox(tabId: number): Promise<Layout> {
  const [{ right, bottom, placedAt }, { inboxSize: size }] = await Promise.all([
    readSettings(),
    readTab(tabId),
  ])
  return {
    mode: size?.mode ?? "open",
    right,
    bottom,
    placedAt,
    width: size?.width ?? 320,
    height: size?.height ?? 300,
    measured: size !== null,
  }
}
