import type { HealthCode, HealthItem } from "../overlay/state"
import type { SiteRecord } from "./site-record"

/** What the recorder may report of a page, and which light it is for us; anything else is not shown. */
const notices: Record<string, { code: HealthCode; severity: HealthItem["severity"] }> = {
  "map-unreachable": { code: "map-unreachable", severity: "error" },
  "second-copy": { code: "double-snippet", severity: "warning" },
  "data-layer-broken": { code: "data-layer-broken", severity: "warning" },
  "markup-broken": { code: "markup-broken", severity: "warning" },
  "journal-unreadable": { code: "journal-broken", severity: "warning" },
}

/** The name under which a report is kept, or null for one that is not shown. */
export function noticeOf(code: string): string | null {
  return Object.hasOwn(notices, code) ? code : null
}

/** The light on the overlay: worst first, and never without a word. */
export function composeHealth(
  record: SiteRecord,
  about: { journalBroken: string | null; refused: { count: number; reason: string }; unsaved: number },
): HealthItem[] {
  const items: HealthItem[] = []
  if (about.journalBroken)
    items.push({ code: "journal-broken", severity: "error", detail: about.journalBroken })
  if (record.refusedMap)
    items.push({ code: "map-broken", severity: "error", detail: String(record.refusedMap.problems.length) })
  if (about.unsaved > 0) items.push({ code: "unsaved", severity: "warning", detail: String(about.unsaved) })
  if (about.refused.count > 0)
    items.push({ code: "bad-events", severity: "warning", detail: String(about.refused.count) })
  for (const [code, detail] of Object.entries(record.notices)) {
    const notice = notices[code]
    if (notice) items.push({ ...notice, detail })
  }
  items.push({ code: record.source === "snippet" ? "snippet" : "recording", severity: "ok" })
  const weight = { error: 0, warning: 1, ok: 2 }
  return items.sort((a, b) => weight[a.severity] - weight[b.severity])
}
