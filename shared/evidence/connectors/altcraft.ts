import { documentedList } from "../ask"
import { addressField, type Connector, secretField } from "../connector"
import type { EvidenceDraft, EvidenceKind } from "../draft"
import { instant, lower, numeric, text, texts } from "../read-json"
import { SourceFault } from "../source-problem"

const PAGE = 1_000

/** `send` is documented; the others in the spellings that mail platforms use. What is not here proves nothing. */
const kinds: Record<string, EvidenceKind> = {
  send: "sent",
  delivery: "delivered",
  delivered: "delivered",
  open: "opened",
  read: "opened",
  click: "clicked",
  hardbounce: "bounced",
  softbounce: "bounced",
  bounce: "bounced",
  hard_bounce: "bounced",
  soft_bounce: "bounced",
  unsub: "unsubscribed",
  unsubscribe: "unsubscribed",
  spam: "unsubscribed",
}

/**
 * Altcraft: the history of the subscribers of a database ("list"). The token stands in the body, days are whole, and an
 * error comes with status 200. One subscriber's own history is asked for where `email` names it.
 */
export const altcraft: Connector = {
  id: "altcraft",
  title: "Altcraft",
  kind: "provider",
  fields: [
    addressField(undefined, "https://platform.example"),
    secretField("token"),
    { id: "list", kind: "text", required: true, example: "20" },
    { id: "email", kind: "text", example: "anna@shop.example" },
  ],
  channels: () => ["email", "push", "sms"],
  retentionMs: null,
  lookBackMs: 60 * 60_000,
  lagMs: 2 * 60_000,
  everyMs: 120_000,
  async readPage({ settings, ask, page, from, to }) {
    const { email } = settings
    const common = {
      token: settings.token,
      list_id: numeric(settings.list) ?? settings.list,
      date_from: dayOf(from),
      date_to: dayOf(to),
    }
    const answer = await ask(
      email
        ? {
            path: "/api/v1.1/subscribers/history_get",
            json: { ...common, matching: "email", email, format: "json" },
          }
        : {
            path: "/api/v1.1/subscribers/history_get_all",
            json: { ...common, limit: PAGE, from_id: text(page) ?? "" },
          },
    )
    const error = numeric(answer, "error")
    if (error !== null && error !== 0)
      throw new SourceFault({ code: "refused-by-service", detail: String(error) })
    const items = documentedList(answer, "data")
    const evidence = items.flatMap((item) => readItem(item, from) ?? [])
    const last = text(items.at(-1), "event_id")
    const unreadable = items.filter((item) => instant(item, "datetime") === null).length
    // A last entry that is the one we came from would be read for ever.
    const isLast = Boolean(email) || items.length < PAGE || last === null || last === text(page)
    return { evidence, next: isLast ? null : last, unreadable }
  },
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function readItem(item: unknown, from: number): EvidenceDraft | null {
  const at = instant(item, "datetime")
  const action = lower(item, "action")
  const kind = Object.hasOwn(kinds, action) ? kinds[action] : undefined
  const channel = text(item, "channel") ?? text(item, "subscription.channel")
  if (at === null || at < from || kind === undefined || channel === null) return null
  const smid = text(item, "smid")
  return {
    id: text(item, "event_id") ?? `${smid}:${action}:${at}`,
    kind,
    at,
    channel,
    to:
      text(item, "subscription.email") ??
      text(item, "subscription.phone") ??
      text(item, "email") ??
      text(item, "phone"),
    person: text(item, "profile_id"),
    providerId: smid,
    campaigns: [...texts(item, "campaign_name"), ...texts(item, "campaign_id")],
    template: text(item, "message_id"),
    subject: text(item, "message_name"),
    ...(kind === "bounced" && { bounce: action.startsWith("soft") ? ("soft" as const) : ("hard" as const) }),
  }
}
