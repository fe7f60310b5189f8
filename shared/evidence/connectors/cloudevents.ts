import type { Connector } from "../connector"
import type { EvidenceDraft } from "../draft"
import { readStatus } from "../file/read-status"
import { instant, text, texts } from "../read-json"
import { SourceFault } from "../source-problem"

/**
 * CloudEvents 1.0 in JSON, as a batch at an address: `data` says what became of a message. The time is when it happened,
 * an id that is repeated is one event, and a status that nobody knows proves nothing.
 */
export const cloudevents: Connector = {
  id: "cloudevents",
  title: "CloudEvents",
  kind: "other",
  fields: [
    { id: "url", kind: "url", required: true, example: "https://events.shop.example/deliveries" },
    { id: "token", kind: "secret" },
    { id: "channel", kind: "text", preset: "email" },
  ],
  channels: ({ channel }) => (channel ?? "email").split(",").map((name) => name.trim()),
  retentionMs: null,
  lookBackMs: 60 * 60_000,
  lagMs: 60_000,
  everyMs: 60_000,
  async readPage({ settings, ask, from }) {
    const headers = settings.token ? { Authorization: `Bearer ${settings.token}` } : {}
    const answer = await ask({ path: settings.url ?? "", headers })
    const events = Array.isArray(answer) ? answer : text(answer, "specversion") !== null ? [answer] : null
    if (events === null) throw new SourceFault({ code: "wrong-shape" })
    const drafts = events.map(readEvent)
    return {
      evidence: drafts.filter((draft): draft is EvidenceDraft => draft !== null && draft.at >= from),
      next: null,
      unreadable: events.filter((event, index) => drafts[index] === null && !isNotSent(event)).length,
    }
  },
}

/** Queued, planned or refused before it was sent: no fault, and no evidence. */
const isNotSent = (event: unknown) => readStatus(text(event, "data.status") ?? "")?.kind === "nothing"

function readEvent(event: unknown): EvidenceDraft | null {
  const [source, id, channel] = [text(event, "source"), text(event, "id"), text(event, "data.channel")]
  const at = instant(event, "time")
  const status = readStatus(text(event, "data.status") ?? "")
  const isOurs = text(event, "specversion")?.startsWith("1.") ?? false
  if (!isOurs || id === null || source === null || channel === null || at === null) return null
  if (status === null || status.kind === "nothing") return null
  return {
    // Unique is the pair of both, by the specification.
    id: `${source}:${id}`,
    ...status,
    kind: status.kind,
    at,
    channel,
    to: text(event, "data.recipient.email") ?? text(event, "data.recipient.phone"),
    person: text(event, "data.person"),
    providerId: text(event, "data.messageId")?.replace(/^<|>$/g, "") ?? null,
    scenario: text(event, "data.scenario"),
    step: text(event, "data.step"),
    campaigns: texts(event, "data.campaign"),
    subject: text(event, "data.subject"),
  }
}
