import type { Connector, Field, Settings } from "../connector"
import { EVIDENCE_KINDS } from "../draft"
import { MEANINGS, meaningOf } from "../file/column-names"
import { type FileMapping, readMapping } from "../file/file-mapping"
import { tableOfEntries } from "../file/flatten-json"
import { readRows } from "../file/read-rows"
import { at as valueAt } from "../read-json"
import { SourceFault } from "../source-problem"

/** More of one answer is not read; a page of a list is shorter. */
const MOST_ENTRIES = 20_000

/**
 * Any service that lists what it sent as JSON: an address, headers, and where in an entry each thing stands, as for the
 * columns of a file. Without a path the names that most services use are looked for. It is read as one page. A status
 * that nobody knows proves nothing.
 */
export const json: Connector = {
  id: "json",
  title: "JSON over HTTP",
  kind: "other",
  fields: [
    { id: "url", kind: "url", required: true, example: "https://api.shop.example/sent?days=3" },
    { id: "header", kind: "secret" },
    { id: "header-2", kind: "secret" },
    { id: "channel", kind: "text", required: true, example: "sms" },
    { id: "list", kind: "text", example: "data.items" },
    { id: "status", kind: "choice", preset: "sent", choices: [...EVIDENCE_KINDS, "nothing"] },
    { id: "statuses", kind: "text", example: '{"OK": "delivered"}' },
    { id: "order", kind: "choice", preset: "day-first", choices: ["day-first", "month-first"] },
    { id: "zone", kind: "text", preset: "UTC" },
    ...MEANINGS.map((meaning): Field => ({ id: `path-${meaning}`, kind: "text" })),
  ],
  channels: ({ channel }) => listChannels(channel),
  retentionMs: null,
  lookBackMs: 60 * 60_000,
  lagMs: 60_000,
  everyMs: 60_000,
  async readPage({ settings, ask, from }) {
    const headers = { ...readHeader(settings, "header"), ...readHeader(settings, "header-2") }
    const answer = await ask({ path: settings.url ?? "", headers })
    const entries = valueAt(answer, settings.list ?? "")
    if (!Array.isArray(entries) || entries.length > MOST_ENTRIES)
      throw new SourceFault({ code: "wrong-shape" })
    const table = tableOfEntries(entries)
    const { evidence, rejected } = readRows(table, mappingOf(settings, table.headers))
    return { evidence: evidence.filter(({ at }) => at >= from), next: null, unreadable: rejected.length }
  },
}

const listChannels = (given = ""): string[] =>
  given.split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]))

/** How entries are read: by the paths that the person gives, or, without any, by what their keys are called. */
export function mappingOf(settings: Settings, headers: readonly string[]): FileMapping {
  const columns: FileMapping["columns"] = {}
  for (const meaning of MEANINGS) {
    const path = settings[`path-${meaning}`]
    if (path) columns[meaning] = path
  }
  if (Object.keys(columns).length === 0)
    for (const header of headers) {
      const meaning = meaningOf(header)
      if (meaning !== null) columns[meaning] ??= header
    }
  const [channel = ""] = listChannels(settings.channel)
  const plain: FileMapping = {
    columns,
    channel,
    status: "sent",
    statuses: {},
    order: "day-first",
    zone: "UTC",
  }
  const { status, order, zone } = settings
  return readMapping({ status, order, zone, statuses: readStatuses(settings.statuses) }, plain)
}

function readStatuses(given: string | undefined): unknown {
  try {
    return JSON.parse(given ?? "{}")
  } catch {
    throw new SourceFault({ code: "setting-missing", detail: "statuses" })
  }
}

/** `Authorization: Bearer …`, as one would write it. */
function readHeader(settings: Settings, id: string): Record<string, string> {
  const given = settings[id]
  if (given === undefined || given === "") return {}
  const [, name, value] = /^([\w-]{1,80})\s*:\s*([\x20-\x7e]+)$/.exec(given) ?? []
  if (name === undefined || value === undefined)
    throw new SourceFault({ code: "setting-missing", detail: id })
  return { [name]: value }
}
