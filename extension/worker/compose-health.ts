import type { HealthCode, HealthItem } from "../overlay/state"
import type { SiteRecord } from "./site-record"

/** What the recorder may report of a page, and which light it is for us; anything else is not shown. */
const notices: Record<string, { code: HealthCode; severity: HealthItem["severity"] }> = {
  "map-unreachable": { code: "map-unreachable", severity: "error" },
  "second-copy": { code: "double-snippet", severity: "warning" },
  "data-layer-broken": { code: "data-layer-broken", severity: "warning" },
  "markup-broken": { code: "markup-broken", severity: "warning" },
  "journal-unreadable": { code: "journal-broken", severity: "warning" },
  "snippet-blocked": { code: "snippet-blocked", severity: "error" },
  "snippet-silent": { code: "snippet-silent", severity: "error" },
  "endpoint-refused": { code: "collector-refused", severity: "error" },
}

/** The name under which a report is kept, or null for one that is not shown. */
export function noticeOf(code: string): string | null {
  return Object.hasOwn(notices, code) ? code : null
}

/** A page that has told nothing for so long, not even that it was viewed, is not being recorded. */
export const QUIET_PAGE_MS = 60_000

interface About {
  journalBroken: string | null
  refused: { count: number; reason: string }
  unsaved: number
  /** Chrome no longer lets us into the tab. */
  lost: boolean
  /** The page is open longer than `QUIET_PAGE_MS`, and nothing of it has come. */
  quiet: boolean
}

/** The light on the overlay: worst first, and never without a word. */
export function composeHealth(record: SiteRecord, about: About): HealthItem[] {
  const items: HealthItem[] = []
  const hindrance = findHindrance(record, about)
  if (hindrance) items.push(hindrance)
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
  if (!hindrance) items.push({ code: record.source === "snippet" ? "snippet" : "recording", severity: "ok" })
  const weight = { error: 0, warning: 1, ok: 2 }
  return items.sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** Why nothing is recorded at this moment, if so: the light must not say "recording" beside it. */
function findHindrance(record: SiteRecord, about: About): HealthItem | null {
  if (about.lost) return { code: "no-permission", severity: "error" }
  const consent = record.source === "snippet" ? record.consent : undefined
  if (consent === "denied") return { code: "consent-refused", severity: "warning" }
  if (consent === "pending") return { code: "consent-pending", severity: "warning" }
  return about.quiet ? { code: "nothing-seen", severity: "warning" } : null
}
