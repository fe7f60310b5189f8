import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft } from "../draft"
import { readMessageId } from "../draft"
import { instant, lower, numeric, text, texts, at as valueAt } from "../read-json"

const PAGE = 2_500

/** In both spellings that Brevo uses. What is not here (`requests`, `deferred`) is not sent yet. */
const kinds: Record<string, Pick<EvidenceDraft, "kind" | "machine" | "bounce">> = {
  delivered: { kind: "delivered" },
  opened: { kind: "opened" },
  loadedbyproxy: { kind: "opened", machine: true },
  clicks: { kind: "clicked" },
  click: { kind: "clicked" },
  bounces: { kind: "bounced", bounce: "hard" },
  hardbounces: { kind: "bounced", bounce: "hard" },
  hardbounce: { kind: "bounced", bounce: "hard" },
  softbounces: { kind: "bounced", bounce: "soft" },
  softbounce: { kind: "bounced", bounce: "soft" },
  blocked: { kind: "failed" },
  invalid: { kind: "failed" },
  error: { kind: "failed" },
  unsubscribed: { kind: "unsubscribed" },
  spam: { kind: "unsubscribed" },
}

/** Brevo's report of transactional e-mail. It filters by whole days, and leaves the list out where it is empty. */
export const brevo: Connector = {
  id: "brevo",
  title: "Brevo",
  kind: "provider",
  fields: [addressField("https://api.brevo.com"), secretField("key")],
  channels: () => ["email"],
  retentionMs: 30 * DAY_MS,
  lookBackMs: 60 * 60_000,
  lagMs: 2 * 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from, to }) {
    const offset = numeric(page) ?? 0
    const answer = await ask({
      path: "/v3/smtp/statistics/events",
      query: { limit: PAGE, offset, startDate: dayOf(from), endDate: dayOf(to), sort: "asc" },
      headers: { "api-key": settings.key ?? "" },
    })
    const isEmpty =
      typeof answer === "object" &&
      answer !== null &&
      !Array.isArray(answer) &&
      valueAt(answer, "events") === undefined
    const events = isEmpty ? [] : documentedList(answer, "events")
    const evidence = events.flatMap((event) => readEvent(event, from) ?? [])
    const unreadable = events.filter((event) => instant(event, "date") === null).length
    return { evidence, next: events.length < PAGE ? null : offset + events.length, unreadable }
  },
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function readEvent(event: unknown, from: number): EvidenceDraft | null {
  const at = instant(event, "date")
  const name = lower(event, "event").replaceAll("_", "")
  const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  if (at === null || at < from || known === undefined) return null
  const messageId = text(event, "messageId")
  return {
    ...known,
    // Brevo gives its events no id.
    id: `${messageId ?? ""}:${name}:${at}:${text(event, "email") ?? ""}`,
    at,
    channel: "email",
    to: text(event, "email"),
    providerId: readMessageId(messageId),
    campaigns: texts(event, "tag"),
    template: text(event, "templateId"),
    subject: text(event, "subject"),
    sender: text(event, "from"),
  }
}
