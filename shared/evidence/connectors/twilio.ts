import { basicAuth, documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { instant, lower, text } from "../read-json"

/** What is queued, scheduled or cancelled was not sent. */
const kinds: Record<string, EvidenceKind> = {
  sent: "sent",
  delivered: "delivered",
  partially_delivered: "delivered",
  read: "opened",
  undelivered: "bounced",
  failed: "failed",
}

/** Twilio: SMS and WhatsApp. The list holds what came in too; its dates are those of mail. */
export const twilio: Connector = {
  id: "twilio",
  title: "Twilio",
  kind: "provider",
  fields: [
    addressField("https://api.twilio.com"),
    { id: "account", kind: "text", required: true, example: "AC…" },
    secretField("token"),
  ],
  channels: () => ["sms", "messenger"],
  retentionMs: 400 * DAY_MS,
  lookBackMs: 6 * 60 * 60_000,
  lagMs: 60_000,
  everyMs: 60_000,
  async readPage({ settings, ask, base, page, from }) {
    const account = settings.account ?? ""
    const headers = basicAuth(account, settings.token ?? "")
    const next = text(page)
    const answer = await ask(
      next === null
        ? {
            path: `/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`,
            query: { "DateSent>": new Date(from).toISOString().replace(/\.\d+Z$/, "Z"), PageSize: 1_000 },
            headers,
          }
        : { path: new URL(next, base).href, headers },
    )
    const messages = documentedList(answer, "messages")
    const unreadable = messages.filter((message) => text(message, "sid") === null).length
    return {
      evidence: messages.flatMap((each) => readMessage(each) ?? []),
      next: text(answer, "next_page_uri"),
      unreadable,
    }
  },
}

function readMessage(message: unknown): EvidenceDraft | null {
  const id = text(message, "sid")
  const status = lower(message, "status")
  const kind = Object.hasOwn(kinds, status) ? kinds[status] : undefined
  const at = instant(message, "date_sent") ?? instant(message, "date_created")
  if (id === null || kind === undefined || at === null) return null
  if (!lower(message, "direction").startsWith("outbound")) return null
  const to = text(message, "to") ?? ""
  const isWhatsApp = to.startsWith("whatsapp:")
  return {
    // The same message is sent first and delivered later.
    id: `${id}:${status}`,
    kind,
    at,
    channel: isWhatsApp ? "messenger" : "sms",
    to: to.replace(/^whatsapp:/, "") || null,
    providerId: id,
    campaigns: [],
    template: text(message, "messaging_service_sid"),
    sender: text(message, "from"),
    ...(kind === "bounced" && { bounce: "soft" as const }),
  }
}
