import { isMailChannel, listExpectedMail } from "../../domain"
import type { InboxState } from "../../inbox/state"
import type { FollowUpView } from "../../overlay/state"
import type { Language } from "../../words/language"
import { inLanguage, nameJourney } from "../compose-state"
import { coverageOf } from "../coverage"
import { readSettings } from "../settings"
import { latestPerson, type SiteJourney } from "../site-journey"
import { readClock, readTab } from "../tab-state"
import type { Worker } from "../worker"
import { findInbox } from "./switched-inboxes"

const MOST_SHOWN = 20
const NOT_HERE = new Set<string>(["scheduled", "due", "missed", "unknown"])

/** What the overlay of an open inbox shows in this tab; null where it is none, or has been switched off. */
export async function composeInbox(worker: Worker, tabId: number): Promise<InboxState | null> {
  const tab = await readTab(tabId)
  const inbox = await findInbox(tab.inbox ?? undefined)
  if (!inbox) return null
  const { language } = await readSettings()
  const clockOffsetMs = await readClock(inbox.site)
  return worker.withSite(inbox.site, async (loaded) => ({
    ...viewInbox(loaded, { language, at: Date.now() + clockOffsetMs, clockOffsetMs }),
    site: inbox.site,
    webmail: tab.inboxSeen?.webmail ?? null,
    isWhole: tab.inboxSeen?.isWhole ?? false,
  }))
}

/** The visitor's mails: which are there, and which are not. */
export function viewInbox(
  loaded: SiteJourney,
  { language, at, clockOffsetMs }: { language: Language; at: number; clockOffsetMs: number },
): Omit<InboxState, "site" | "webmail" | "isWhole"> {
  const { map, record, journey, events, sources } = loaded
  const channels = Object.keys(map.channels ?? {})
  journey.setCoverage(coverageOf(record, channels, at, sources, clockOffsetMs))
  const visitor = latestPerson(loaded)
  const person = journey.result(at).people.find(({ ids }) => visitor !== null && ids.includes(visitor))
  const show = nameJourney({ map, language, events })
  const mails = (person?.runs ?? [])
    .flatMap((run) => show.run(run).steps)
    .filter(({ channel }) => isMailChannel(map, channel))
  const dueOf = ({ dueAt }: FollowUpView) => dueAt ?? Number.POSITIVE_INFINITY
  return {
    language,
    at,
    clockOffsetMs,
    nextChangeAt: journey.nextChangeAt(at),
    expected: mails
      .filter(({ status }) => NOT_HERE.has(status))
      .sort((one, other) => dueOf(one) - dueOf(other))
      .slice(-MOST_SHOWN),
    arrived: mails
      .filter(({ status, sentAt }) => !NOT_HERE.has(status) && sentAt !== null)
      .sort((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0))
      .slice(0, MOST_SHOWN),
    unknowable: listExpectedMail(map)
      .filter(({ subject, sender }) => subject.length === 0 && sender.length === 0)
      .map(({ message }) => inLanguage(map.messages?.[message]?.name, language) ?? message)
      .slice(0, MOST_SHOWN),
  }
}
