import { documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, secretField } from "../connector"
import type { EvidenceDraft } from "../draft"
import { readMessageId } from "../draft"
import { instant, list, lower, text, texts } from "../read-json"

/** Its list has no pages: a narrower time is asked for where it is full. */
const MOST = 1_000

const kinds: Record<string, Pick<EvidenceDraft, "kind" | "bounce">> = {
  processed: { kind: "sent" },
  delivered: { kind: "delivered" },
  open: { kind: "opened" },
  opened: { kind: "opened" },
  click: { kind: "clicked" },
  clicked: { kind: "clicked" },
  bounce: { kind: "bounced", bounce: "hard" },
  bounced: { kind: "bounced", bounce: "hard" },
  dropped: { kind: "failed" },
  unsubscribe: { kind: "unsubscribed" },
  spamreport: { kind: "unsubscribed" },
  spam_report: { kind: "unsubscribed" },
}

/**
 * SendGrid's e-mail activity (a paid addition). The time in its list is that of the last event, which a late open moves:
 * when it was sent, only the details say.
 */
export const sendgrid: Connector = {
  id: "sendgrid",
  title: "SendGrid",
  kind: "provider",
  fields: [addressField("https://api.sendgrid.com"), secretField("key")],
  channels: () => ["email"],
  retentionMs: 3 * DAY_MS,
  lookBackMs: 60 * 60_000,
  lagMs: 5 * 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from, to }) {
    const headers = { Authorization: `Bearer ${settings.key ?? ""}` }
    const until = instant(page) ?? to
    const query = `last_event_time BETWEEN TIMESTAMP "${iso(from)}" AND TIMESTAMP "${iso(until)}"`
    const answer = await ask({ path: "/v3/messages", query: { limit: MOST, query }, headers })
    const messages = documentedList(answer, "messages")
    const evidence: EvidenceDraft[] = []
    let unreadable = 0
    let oldest = until
    for (const message of messages) {
      const id = text(message, "msg_id")
      const lastAt = instant(message, "last_event_time")
      if (lastAt !== null) oldest = Math.min(oldest, lastAt)
      if (id === null) {
        unreadable++
        continue
      }
      const details = await ask({ path: `/v3/messages/${encodeURIComponent(id)}`, headers })
      evidence.push(...readEvents(message, id, details))
    }
    const isFull = messages.length >= MOST && oldest > from
    const isNarrower = oldest < until
    return {
      evidence,
      next: isFull && isNarrower ? iso(oldest) : null,
      unreadable,
      // More in one second than it hands out: nobody can ask for the rest.
      ...(isFull && !isNarrower && { readFrom: until + 1_000 }),
    }
  },
}

function iso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, "Z")
}

function readEvents(message: unknown, id: string, details: unknown): EvidenceDraft[] {
  const given = readArguments(text(details, "unique_args"))
  return list(details, "events").flatMap((event) => {
    const name = lower(event, "event_name")
    const known = Object.hasOwn(kinds, name) ? kinds[name] : undefined
    const at = instant(event, "processed")
    if (known === undefined || at === null) return []
    const soft = name.startsWith("bounce") && lower(event, "bounce_type") === "soft"
    return [
      {
        ...known,
        ...(soft && { bounce: "soft" as const }),
        id: `${id}:${name}:${at}`,
        at,
        channel: "email",
        to: text(message, "to_email"),
        // Before `.filter` stands what the sending call has answered.
        providerId: readMessageId(id.replace(/\.(filter|recv).*$/, "")),
        person: text(given, "person"),
        scenario: text(given, "scenario"),
        step: text(given, "step"),
        message: text(given, "message"),
        campaigns: texts(details, "categories"),
        template: text(details, "template_id"),
        subject: text(message, "subject"),
        sender: text(message, "from_email"),
      },
    ]
  })
}

/** SendGrid gives back the sender's own arguments as JSON in a text. */
function readArguments(given: string | null): unknown {
  try {
    return JSON.parse(given ?? "null")
  } catch {
    return null
  }
}
