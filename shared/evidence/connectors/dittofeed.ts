import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { instant, lower, text, texts } from "../read-json"

const channelOf: Record<string, string> = { email: "email", sms: "sms", mobilepush: "push" }

/** Outcomes in the order in which one holds the ones before it. `DFMessageSkipped` is no send. */
const kinds: Record<string, EvidenceKind> = {
  dfinternalmessagesent: "sent",
  dfmessagesent: "sent",
  dfemaildelivered: "delivered",
  dfemailopened: "opened",
  dfemailclicked: "clicked",
  dfemailbounced: "bounced",
  dfemailmarkedspam: "unsubscribed",
  dfemaildropped: "failed",
  dfsmsdelivered: "delivered",
  dfsmsfailed: "failed",
  dfmessagefailure: "failed",
}

/** Dittofeed: deliveries with their last status, and when they were sent. */
export const dittofeed: Connector = {
  id: "dittofeed",
  title: "Dittofeed",
  kind: "provider",
  fields: [
    addressField("https://app.dittofeed.com"),
    { id: "workspace", kind: "text", required: true },
    secretField("key"),
  ],
  channels: () => ["email", "sms", "push"],
  retentionMs: null,
  lookBackMs: DAY_MS,
  lagMs: 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from, to }) {
    const answer = await ask({
      path: "/api/admin/deliveries",
      query: {
        workspaceId: settings.workspace ?? "",
        startDate: new Date(from).toISOString(),
        endDate: new Date(to).toISOString(),
        limit: 100,
        cursor: text(page),
      },
      headers: { Authorization: `Bearer ${settings.key ?? ""}` },
    })
    const items = documentedList(answer, "items")
    const cursor = text(answer, "cursor")
    const unreadable = items.filter((item) => instant(item, "sentAt") === null).length
    const isLast = items.length === 0 || cursor === text(page)
    return { evidence: items.flatMap(readItem), next: isLast ? null : cursor, unreadable }
  },
}

function readItem(item: unknown): EvidenceDraft[] {
  const id = text(item, "originMessageId")
  const type = lower(item, "channel")
  const status = lower(item, "status")
  const channel = Object.hasOwn(channelOf, type) ? channelOf[type] : undefined
  const kind = Object.hasOwn(kinds, status) ? kinds[status] : undefined
  const at = instant(item, "sentAt")
  if (id === null || channel === undefined || kind === undefined || at === null) return []
  const common = {
    channel,
    to: text(item, "to"),
    person: text(item, "userId"),
    providerId: id,
    campaigns: [...texts(item, "journeyId"), ...texts(item, "broadcastId")],
    template: text(item, "templateId"),
  }
  const sent: EvidenceDraft = { ...common, id: `${id}:sent`, kind: "sent", at }
  if (kind === "sent") return [sent]
  // The status is of `updatedAt`; that it was sent before is implied by all but a failure.
  const outcome: EvidenceDraft = {
    ...common,
    id: `${id}:${status}`,
    kind,
    at: instant(item, "updatedAt") ?? at,
  }
  const neverLeft = status === "dfmessagefailure" || status === "dfemaildropped"
  return neverLeft ? [outcome] : [sent, kind === "bounced" ? { ...outcome, bounce: "hard" } : outcome]
}
