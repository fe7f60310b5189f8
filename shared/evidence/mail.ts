import type { EvidenceDraft } from "./draft"
import { readMessageId } from "./draft"
import { text, texts } from "./read-json"

/** Headers by lower-case name. */
export type Headers = Readonly<Record<string, string>>

/** Reads headers as inboxes give them: a text, or a list of texts, under a name in any letter case. */
export function readHeaders(value: unknown): Headers {
  const headers: Record<string, string> = Object.create(null)
  if (typeof value !== "object" || value === null) return headers
  for (const [name, given] of Object.entries(value).slice(0, 300)) {
    const first = text(Array.isArray(given) ? given[0] : given)
    if (first !== null) headers[name.toLowerCase()] = first
  }
  return headers
}

/** Tags as the big senders write them, one or several in a header. */
const TAG_HEADERS = [
  "x-tags",
  "x-tag",
  "x-mailgun-tag",
  "x-pm-tag",
  "x-mc-tags",
  "x-mailin-tag",
  "x-campaign",
  "x-campaign-id",
]

/** What the headers of a mail say about which step it was meant for. */
export function namesInHeaders(headers: Headers): Partial<EvidenceDraft> {
  const own = (name: string) => headers[`x-comm-${name}`] ?? headers[`x-cuelight-${name}`] ?? null
  return {
    scenario: own("scenario"),
    step: own("step"),
    message: own("message"),
    person: own("person"),
    template: own("template"),
    campaigns: [
      ...texts(own("campaign")),
      ...TAG_HEADERS.flatMap((name) => (headers[name] ?? "").split(",").flatMap((tag) => text(tag) ?? [])),
    ],
  }
}

export interface Mail {
  /** The inbox's own id of it. */
  id: string
  messageId: string | null
  at: number
  recipients: readonly string[]
  subject: string | null
  sender: string | null
  names: Partial<EvidenceDraft>
}

/** An inbox has it: it was delivered, to each of its recipients. */
export function deliveredMail({
  id,
  messageId,
  at,
  recipients,
  subject,
  sender,
  names,
}: Mail): EvidenceDraft[] {
  const to = [...new Set(recipients.map((address) => address.toLowerCase()))].slice(0, 100)
  return (to.length === 0 ? [null] : to).map((address, index) => ({
    ...names,
    id: index === 0 ? id : `${id}:${index}`,
    kind: "delivered",
    at,
    channel: "email",
    to: address,
    providerId: readMessageId(messageId) ?? id,
    subject,
    sender,
  }))
}
