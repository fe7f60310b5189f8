import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft } from "../draft"
import { epochSeconds, numeric, text, texts, at as valueAt } from "../read-json"

const PAGE = 50

/**
 * OneSignal: notifications with counts, newest first. Whom a notification reached it tells only where that was asked for
 * one user; of one to many nobody can say whether this person was among them: it proves nothing, nor that nothing came.
 */
export const onesignal: Connector = {
  id: "onesignal",
  title: "OneSignal",
  kind: "provider",
  fields: [
    addressField("https://onesignal.com"),
    { id: "app", kind: "text", required: true },
    secretField("key"),
  ],
  channels: () => ["push"],
  retentionMs: 30 * DAY_MS,
  lookBackMs: DAY_MS,
  lagMs: 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from }) {
    const offset = numeric(page) ?? 0
    const answer = await ask({
      path: "/api/v1/notifications",
      query: { app_id: settings.app ?? "", limit: PAGE, offset },
      headers: { Authorization: `Key ${settings.key ?? ""}` },
    })
    const notifications = documentedList(answer, "notifications")
    const read = offset + notifications.length
    const isOlder = notifications.some((each) => (sentAt(each) ?? Number.POSITIVE_INFINITY) < from)
    const isLast = notifications.length === 0 || isOlder || read >= (numeric(answer, "total_count") ?? 0)
    const unreadable = notifications.filter((each) => text(each, "id") === null).length
    return {
      evidence: notifications.flatMap((each) => readOne(each, from)),
      next: isLast ? null : read,
      unreadable,
      blindAt: notifications.flatMap((each) => (theOne(each) === null ? (sentAt(each) ?? []) : [])),
    }
  },
}

function sentAt(notification: unknown): number | null {
  return epochSeconds(notification, "send_after") ?? epochSeconds(notification, "completed_at")
}

function readOne(notification: unknown, from: number): EvidenceDraft[] {
  const id = text(notification, "id")
  const at = sentAt(notification)
  const person = theOne(notification)
  if (id === null || at === null || at < from || person === null) return []
  const common = {
    at,
    channel: "push",
    to: null,
    person,
    providerId: id,
    scenario: text(notification, "data.scenario"),
    step: text(notification, "data.step"),
    campaigns: texts(notification, "name"),
    template: text(notification, "template_id"),
    subject: text(notification, "headings.en") ?? text(notification, "contents.en"),
  }
  const drafts: EvidenceDraft[] = []
  if ((numeric(notification, "successful") ?? 0) > 0)
    drafts.push({ ...common, id: `${id}:sent`, kind: "sent" })
  if ((numeric(notification, "received") ?? 0) > 0)
    drafts.push({ ...common, id: `${id}:delivered`, kind: "delivered" })
  if ((numeric(notification, "converted") ?? 0) > 0)
    drafts.push({ ...common, id: `${id}:clicked`, kind: "clicked" })
  if (drafts.length === 0 && (numeric(notification, "failed") ?? 0) > 0)
    drafts.push({ ...common, id: `${id}:failed`, kind: "failed" })
  return drafts
}

/** The one user whom a notification was for; null where there were several, or nobody was named. */
function theOne(notification: unknown): string | null {
  for (const path of ["include_aliases.external_id", "include_external_user_ids"]) {
    const named = valueAt(notification, path)
    if (Array.isArray(named)) return named.length === 1 ? text(named[0]) : null
  }
  return null
}
