import { basicAuth } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { instant, list, lower, numeric, text, at as valueAt } from "../read-json"
import { SourceFault } from "../source-problem"

const kinds: Record<string, { channel: string; kind: EvidenceKind }> = {
  "email.sent": { channel: "email", kind: "sent" },
  "email.read": { channel: "email", kind: "opened" },
  "email.failed": { channel: "email", kind: "failed" },
  sms_sent: { channel: "sms", kind: "sent" },
  "sms.sent": { channel: "sms", kind: "sent" },
  sms_failed: { channel: "sms", kind: "failed" },
  "notification.sent": { channel: "push", kind: "sent" },
  "page.hit.email": { channel: "email", kind: "clicked" },
}

/**
 * Mautic 5: the activity of its contacts, newest first. A send may be listed twice; it is one by its id. What is only
 * scheduled (`campaign.event.scheduled`) proves nothing.
 */
export const mautic: Connector = {
  id: "mautic",
  title: "Mautic",
  kind: "provider",
  fields: [
    addressField(undefined, "https://mautic.example"),
    { id: "user", kind: "text", required: true },
    secretField("password"),
    { id: "contact", kind: "text", example: "42" },
  ],
  channels: () => ["email", "sms", "push"],
  retentionMs: null,
  lookBackMs: DAY_MS,
  lagMs: 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from }) {
    const number = numeric(page) ?? 1
    const who = settings.contact ? `/${encodeURIComponent(settings.contact)}` : ""
    const answer = await ask({
      path: `/api/contacts${who}/activity`,
      query: { limit: 100, page: number },
      headers: basicAuth(settings.user ?? "", settings.password ?? ""),
    })
    const given = valueAt(answer, "events")
    // PHP writes a list whose first entries are gone as an object.
    const isList = Array.isArray(given) || (typeof given === "object" && given !== null)
    if (!isList) throw new SourceFault({ code: "wrong-shape" })
    const events = Array.isArray(given) ? list(given) : Object.values(given as object)
    const unreadable = events.filter((event) => instant(event, "timestamp") === null).length
    const isOlder = events.some((event) => (instant(event, "timestamp") ?? Number.POSITIVE_INFINITY) < from)
    const isLast = events.length === 0 || isOlder || number >= (numeric(answer, "maxPages") ?? 1)
    return {
      evidence: events.flatMap((event) => readEvent(event, from) ?? []),
      next: isLast ? null : number + 1,
      unreadable,
    }
  },
}

function readEvent(event: unknown, from: number): EvidenceDraft | null {
  const name = lower(event, "event")
  const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined
  const at = instant(event, "timestamp")
  const contact = text(event, "contactId")
  if (known === undefined || at === null || at < from) return null
  const label = text(event, "eventLabel.label") ?? text(event, "eventLabel")
  const stat = text(event, "extra.stat.idHash") ?? text(event, "extra.stat.id")
  return {
    ...known,
    id: text(event, "eventId") ?? `${name}:${contact}:${at}`,
    at,
    to: text(event, "extra.stat.email_address"),
    person: contact,
    providerId: stat,
    template: text(event, "extra.stat.email_id"),
    subject: text(event, "extra.stat.subject") ?? label,
  }
}
