import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { epochSeconds, lower, text, texts, at as valueAt } from "../read-json"

const channelOf: Record<string, string> = {
  email: "email",
  push: "push",
  sms: "sms",
  in_app: "app",
  twilio: "sms",
}

const kinds: Record<string, EvidenceKind> = {
  sent: "sent",
  delivered: "delivered",
  human_opened: "opened",
  opened: "opened",
  clicked: "clicked",
  human_clicked: "clicked",
  bounced: "bounced",
  failed: "failed",
  dropped: "failed",
  undeliverable: "failed",
  unsubscribed: "unsubscribed",
  spammed: "unsubscribed",
}

/** Customer.io's App API: each delivery with the second of each thing that became of it. */
export const customerio: Connector = {
  id: "customerio",
  title: "Customer.io",
  kind: "provider",
  fields: [addressField("https://api.customer.io", "https://api-eu.customer.io"), secretField("key")],
  channels: () => ["email", "push", "sms", "app"],
  retentionMs: 180 * DAY_MS,
  // A delivery is listed by its creation, and changes for days.
  lookBackMs: DAY_MS,
  lagMs: 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from, to }) {
    const answer = await ask({
      path: "/v1/messages",
      query: {
        limit: 100,
        start: text(page),
        start_ts: Math.floor(from / 1000),
        end_ts: Math.ceil(to / 1000),
      },
      headers: { Authorization: `Bearer ${settings.key ?? ""}` },
    })
    const messages = documentedList(answer, "messages")
    const unreadable = messages.filter((message) => text(message, "id") === null).length
    return { evidence: messages.flatMap(readMessage), next: text(answer, "next"), unreadable }
  },
}

function readMessage(message: unknown): EvidenceDraft[] {
  const id = text(message, "id")
  const type = lower(message, "type")
  const channel = Object.hasOwn(channelOf, type) ? channelOf[type] : undefined
  const metrics = valueAt(message, "metrics")
  if (id === null || channel === undefined || typeof metrics !== "object" || metrics === null) return []
  return Object.keys(metrics).flatMap((name) => {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    const at = epochSeconds(metrics, name)
    if (kind === undefined || at === null) return []
    return [
      {
        id: `${id}:${name}`,
        kind,
        at,
        channel,
        to: text(message, "recipient"),
        person: text(message, "customer_identifiers.id") ?? text(message, "customer_id"),
        providerId: id,
        campaigns: [...texts(message, "campaign_id"), ...texts(message, "newsletter_id")],
        template: text(message, "message_template_id"),
        subject: text(message, "subject"),
        ...(name === "bounced" && { bounce: "hard" as const }),
      },
    ]
  })
}
