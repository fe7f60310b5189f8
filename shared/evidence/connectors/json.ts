import type { Connector, Settings } from "../connector"
import { EVIDENCE_KINDS, type EvidenceDraft, type EvidenceKind } from "../draft"
import { epochSeconds, instant, lower, numeric, text, texts, at as valueAt } from "../read-json"
import { SourceFault } from "../source-problem"

/** Where in an entry each thing stands: the names that most services use, unless the person says others. */
const places = {
  id: "id",
  time: "time",
  status: "status",
  to: "to",
  person: "person",
  message: "message_id",
  subject: "subject",
  campaign: "campaign",
} as const

/**
 * Any service that lists what it sent as JSON: an address, a header, and dotted paths to what is needed. It is read as one
 * page. A status that is not one of ours by name proves nothing.
 */
export const json: Connector = {
  id: "json",
  title: "JSON over HTTP",
  kind: "other",
  fields: [
    { id: "url", kind: "url", required: true, example: "https://api.shop.example/sent?days=3" },
    { id: "header", kind: "secret" },
    { id: "channel", kind: "text", required: true, example: "sms" },
    { id: "list", kind: "text", example: "data.items" },
    ...Object.entries(places).map(([id, preset]) => ({ id: `path-${id}`, kind: "text" as const, preset })),
  ],
  channels: ({ channel }) => (channel ? [channel] : []),
  retentionMs: null,
  lookBackMs: 60 * 60_000,
  lagMs: 60_000,
  everyMs: 60_000,
  async readPage({ settings, ask, from }) {
    const answer = await ask({ path: settings.url ?? "", headers: readHeader(settings.header) })
    const entries = valueAt(answer, settings.list ?? "")
    if (!Array.isArray(entries)) throw new SourceFault({ code: "wrong-shape" })
    const drafts = entries.map((entry) => readEntry(entry, settings))
    return {
      evidence: drafts.filter((draft): draft is EvidenceDraft => draft !== null && draft.at >= from),
      next: null,
      unreadable: drafts.filter((draft) => draft === null).length,
    }
  },
}

/** `Authorization: Bearer …`, as one would write it. */
function readHeader(given: string | undefined): Record<string, string> {
  if (given === undefined || given === "") return {}
  const [, name, value] = /^([\w-]{1,80})\s*:\s*([\x20-\x7e]+)$/.exec(given) ?? []
  if (name === undefined || value === undefined)
    throw new SourceFault({ code: "setting-missing", detail: "header" })
  return { [name]: value }
}

function readEntry(entry: unknown, settings: Settings): EvidenceDraft | null {
  const read = (place: keyof typeof places) => text(entry, settings[`path-${place}`] ?? places[place])
  const timePath = settings["path-time"] ?? places.time
  const number = numeric(entry, timePath)
  // Numbers are seconds or milliseconds since 1970; nobody means the year 33658.
  const at = number === null ? instant(entry, timePath) : epochSeconds(number > 1e11 ? number / 1000 : number)
  const id = read("id")
  const kind = readKind(lower(entry, settings["path-status"] ?? places.status))
  if (at === null || id === null || kind === null) return null
  return {
    id: `${id}:${kind}`,
    kind,
    at,
    channel: settings.channel ?? "",
    to: read("to"),
    person: read("person"),
    providerId: read("message") ?? id,
    subject: read("subject"),
    campaigns: texts(entry, settings["path-campaign"] ?? places.campaign),
  }
}

/** Our own names, also with `message_` before them. What is unknown is never taken for delivered. */
export function readKind(status: string): EvidenceKind | null {
  const name = status.replace(/^message_/, "")
  return EVIDENCE_KINDS.find((kind) => kind === name) ?? null
}
