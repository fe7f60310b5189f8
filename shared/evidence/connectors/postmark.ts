import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { readMessageId } from "../draft"
import { instant, list, lower, numeric, text, texts, at as valueAt } from "../read-json"

/** Each message costs a request of its own for what became of it: a small page keeps a poll short. */
const PAGE = 50
/** Postmark finds no message beyond this. */
const FARTHEST = 10_000

const kinds: Record<string, EvidenceKind> = {
  delivered: "delivered",
  opened: "opened",
  linkclicked: "clicked",
  bounced: "bounced",
  subscriptionchanged: "unsubscribed",
}

/** Postmark's sent messages: the list says only that they were handed over, the details what became of them. */
export const postmark: Connector = {
  id: "postmark",
  title: "Postmark",
  kind: "provider",
  fields: [addressField("https://api.postmarkapp.com"), secretField("token")],
  channels: () => ["email"],
  retentionMs: 45 * DAY_MS,
  // Opens are listed under their message.
  lookBackMs: DAY_MS,
  lagMs: 60_000,
  everyMs: 300_000,
  async readPage({ settings, ask, page, from, to }) {
    const offset = numeric(page) ?? 0
    const headers = { "X-Postmark-Server-Token": settings.token ?? "" }
    const answer = await ask({
      path: "/messages/outbound",
      // Its days are those of its own zone: one more on either side costs less than a gap.
      query: { count: PAGE, offset, fromdate: dayOf(from - DAY_MS), todate: dayOf(to + DAY_MS) },
      headers,
    })
    const messages = documentedList(answer, "Messages")
    const evidence: EvidenceDraft[] = []
    let unreadable = 0
    let oldest = to
    for (const message of messages) {
      const id = text(message, "MessageID")
      const at = instant(message, "ReceivedAt")
      if (id === null || at === null) {
        unreadable++
        continue
      }
      oldest = Math.min(oldest, at)
      if (at < from) continue
      const details = await ask({ path: `/messages/outbound/${encodeURIComponent(id)}/details`, headers })
      evidence.push(
        ...readMessage(message, id, at),
        ...readOutcomes(message, id, list(details, "MessageEvents")),
      )
    }
    const read = offset + messages.length
    const isEnd = messages.length < PAGE || read >= (numeric(answer, "TotalCount") ?? 0)
    // It lists the newest first: what lies beyond is older.
    const isFarthest = !isEnd && read >= FARTHEST
    return {
      evidence,
      next: isEnd || isFarthest ? null : read,
      unreadable,
      ...(isFarthest && { readFrom: oldest }),
    }
  },
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

const common = (message: unknown, id: string) => ({
  channel: "email",
  providerId: readMessageId(id),
  scenario: text(message, "Metadata.scenario"),
  step: text(message, "Metadata.step"),
  campaigns: texts(message, "Tag"),
  subject: text(message, "Subject"),
  sender: text(message, "From"),
})

function recipientsOf(message: unknown): string[] {
  return texts(message, "Recipients")
}

/** `Sent` is handed over; what is only queued, or was never sent, proves nothing. */
function readMessage(message: unknown, id: string, at: number): EvidenceDraft[] {
  if (!["sent", "processed"].includes(lower(message, "Status"))) return []
  return recipientsOf(message).map((to) => ({
    ...common(message, id),
    id: `${id}:${to}`,
    kind: "sent",
    at,
    to,
  }))
}

function readOutcomes(message: unknown, id: string, events: unknown[]): EvidenceDraft[] {
  return events.flatMap((event) => {
    const name = lower(event, "Type")
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    const at = instant(event, "ReceivedAt")
    const isResubscribed = kind === "unsubscribed" && valueAt(event, "Details.SuppressSending") === "False"
    if (kind === undefined || at === null || isResubscribed) return []
    const to = text(event, "Recipient") ?? recipientsOf(message)[0] ?? null
    const draft = { ...common(message, id), id: `${id}:${to}:${name}:${at}`, kind, at, to }
    return [kind === "bounced" ? { ...draft, bounce: "hard" as const } : draft]
  })
}
