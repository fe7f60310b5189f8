import { basicAuth, documentedList } from "../ask"
import { addressField, type Connector, DAY_MS, HOUR_MS, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { readMessageId } from "../draft"
import { epochSeconds, lower, text, texts } from "../read-json"

/** `accepted` and a temporary failure prove nothing yet. */
const kinds: Record<string, EvidenceKind> = {
  delivered: "delivered",
  opened: "opened",
  clicked: "clicked",
  unsubscribed: "unsubscribed",
  complained: "unsubscribed",
  rejected: "failed",
}

/**
 * Mailgun's Events API v3: what happened, in order. It keeps three days at least (more by plan); the id of an event is
 * unique within its day only. Mailgun itself asks to read half an hour again, since events come out of order.
 */
export const mailgun: Connector = {
  id: "mailgun",
  title: "Mailgun",
  kind: "provider",
  fields: [
    addressField("https://api.mailgun.net", "https://api.eu.mailgun.net"),
    { id: "domain", kind: "text", required: true, example: "mg.shop.example" },
    secretField("key"),
  ],
  channels: () => ["email"],
  retentionMs: 3 * DAY_MS,
  lookBackMs: HOUR_MS / 2,
  lagMs: 2 * 60_000,
  everyMs: 60_000,
  async readPage({ settings, ask, page, from, to }) {
    const headers = basicAuth("api", settings.key ?? "")
    const next = text(page)
    const answer = await ask(
      next === null
        ? {
            path: `/v3/${encodeURIComponent(settings.domain ?? "")}/events`,
            query: {
              begin: Math.floor(from / 1000),
              end: Math.ceil(to / 1000),
              ascending: "yes",
              limit: 300,
            },
            headers,
          }
        : { path: next, headers },
    )
    const items = documentedList(answer, "items")
    const evidence = items.flatMap((item) => readItem(item) ?? [])
    // The end of the pages is a page with nothing on it; `next` is always there.
    const following = text(answer, "paging.next")
    const unreadable = items.filter((item) => epochSeconds(item, "timestamp") === null).length
    return { evidence, next: items.length === 0 ? null : following, unreadable }
  },
}

function readItem(item: unknown): EvidenceDraft | null {
  const at = epochSeconds(item, "timestamp")
  const id = text(item, "id")
  const event = lower(item, "event")
  const hard = event === "failed" && lower(item, "severity") === "permanent"
  const kind = hard ? "bounced" : Object.hasOwn(kinds, event) ? kinds[event] : undefined
  if (at === null || id === null || kind === undefined) return null
  return {
    id: `${new Date(at).toISOString().slice(0, 10)}:${id}`,
    kind,
    at,
    channel: "email",
    to: text(item, "recipient"),
    person: text(item, "user-variables.person"),
    providerId: readMessageId(text(item, "message.headers.message-id")),
    scenario: text(item, "user-variables.scenario"),
    step: text(item, "user-variables.step"),
    message: text(item, "user-variables.message"),
    campaigns: [...texts(item, "tags"), ...texts(item, "user-variables.campaign")],
    subject: text(item, "message.headers.subject"),
    sender: text(item, "message.headers.from"),
    ...(hard && { bounce: "hard" as const }),
    ...(kind === "opened" && isMachine(item) && { machine: true }),
  }
}

/** Mailgun names the client that opened; a bot or a proxy is not the person. */
function isMachine(item: unknown): boolean {
  const bot = lower(item, "client-info.bot")
  return (bot !== "" && bot !== "false") || lower(item, "client-info.client-type") === "robot"
}
