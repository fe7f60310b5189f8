import type { HealthCode, HealthItem } from "../overlay/state"
import type { SiteRecord } from "./site-record"

/** What the page may report about itself; anything else is not shown. */
const noticeSeverity: Partial<Record<HealthCode, HealthItem["severity"]>> = {
  "map-unreachable": "error",
  "double-snippet": "warning",
  "data-layer-broken": "warning",
  "markup-broken": "warning",
}

export function isNotice(code: string): code is HealthCode {
  return code in noticeSeverity
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
  for (const [code, detail] of Object.entries(record.notices))
    if (isNotice(code)) items.push({ code, severity: noticeSeverity[code] ?? "warning", detail })
  items.push({ code: record.source === "snippet" ? "snippet" : "recording", severity: "ok" })
  const weight = { error: 0, warning: 1, ok: 2 }
  return items.sort((a, b) => weight[a.severity] - weight[b.severity])
}
