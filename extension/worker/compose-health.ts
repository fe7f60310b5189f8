import type { HealthCode, HealthItem } from "../overlay/state"
import type { SiteRecord } from "./site-record"
import type { TabState } from "./tab-state"

/** What the recorder may report of a page, and which light it is for us; anything else is not shown. */
const notices: Record<string, { code: HealthCode; severity: HealthItem["severity"] }> = {
  "map-unreachable": { code: "map-unreachable", severity: "error" },
  "map-is-page": { code: "map-is-page", severity: "error" },
  "map-too-large": { code: "map-too-large", severity: "error" },
  "map-mixed": { code: "map-mixed", severity: "error" },
  "map-not-shared": { code: "map-not-shared", severity: "error" },
  "second-copy": { code: "double-snippet", severity: "warning" },
  "other-version": { code: "other-version", severity: "warning" },
  "data-layer-broken": { code: "data-layer-broken", severity: "warning" },
  "markup-broken": { code: "markup-broken", severity: "warning" },
  "journal-unreadable": { code: "journal-broken", severity: "warning" },
  "snippet-blocked": { code: "snippet-blocked", severity: "error" },
  "snippet-missing": { code: "snippet-missing", severity: "error" },
  "snippet-mixed": { code: "snippet-mixed", severity: "error" },
  "snippet-refused": { code: "snippet-refused", severity: "error" },
  "snippet-silent": { code: "snippet-silent", severity: "error" },
  "more-missing": { code: "more-missing", severity: "warning" },
  "endpoint-refused": { code: "collector-refused", severity: "error" },
  "events-dropped": { code: "events-dropped", severity: "warning" },
  "rule-broken": { code: "rule-broken", severity: "warning" },
  "rule-idle": { code: "rule-idle", severity: "warning" },
  "overlay-removed": { code: "overlay-removed", severity: "warning" },
  "overlay-covered": { code: "overlay-covered", severity: "warning" },
  "overlay-asleep": { code: "overlay-asleep", severity: "warning" },
}

/** Of a map that has come after all. */
export const noMapNotices: Record<string, null> = {
  "map-unreachable": null,
  "map-is-page": null,
  "map-too-large": null,
  "map-mixed": null,
  "map-not-shared": null,
}

/** The name under which a report is kept, or null for one that is not shown. */
export function noticeOf(code: string): string | null {
  return Object.hasOwn(notices, code) ? code : null
}

/** A page that has told nothing for so long, not even that it was viewed, is not being recorded. */
export const QUIET_PAGE_MS = 60_000

type AboutTab = Pick<TabState, "source" | "consent" | "notices" | "unsaved" | "lost">

interface About {
  /** Why the disk cannot be read; why the last events could not be written; why nothing is. */
  journalBroken: string | null
  unwritten: string | null
  inMemory: string | null
  refused: { count: number; reason: string }
  /** Events that lie in the future of this device's clock. */
  inFuture: number
  /** The page is open longer than `QUIET_PAGE_MS`, and nothing of it has come. */
  quiet: boolean
}

/** The light on the overlay: worst first, and never without a word. */
export function composeHealth(
  record: Pick<SiteRecord, "refusedMap">,
  tab: AboutTab,
  about: About,
): HealthItem[] {
  const items: HealthItem[] = []
  const hindrance = findHindrance(tab, about)
  if (hindrance) items.push(hindrance)
  if (about.journalBroken)
    items.push({ code: "journal-broken", severity: "error", detail: about.journalBroken })
  if (about.unwritten) items.push({ code: "disk-full", severity: "error", detail: about.unwritten })
  if (about.inMemory) items.push({ code: "in-memory", severity: "warning", detail: about.inMemory })
  if (record.refusedMap)
    items.push({ code: "map-broken", severity: "error", detail: String(record.refusedMap.problems.length) })
  if (tab.unsaved > 0) items.push({ code: "unsaved", severity: "warning", detail: String(tab.unsaved) })
  if (about.refused.count > 0)
    items.push({ code: "bad-events", severity: "warning", detail: String(about.refused.count) })
  if (about.inFuture > 0)
    items.push({ code: "clock-set-back", severity: "warning", detail: String(about.inFuture) })
  for (const [code, detail] of Object.entries(tab.notices)) {
    const notice = notices[code]
    // A map that does not come has no rules: the snippet says so too.
    const isSaid = code === "rule-broken" && Object.keys(tab.notices).some((other) => other in noMapNotices)
    if (notice && !isSaid) items.push({ ...notice, detail })
  }
  if (!hindrance) items.push({ code: tab.source === "snippet" ? "snippet" : "recording", severity: "ok" })
  const weight = { error: 0, warning: 1, ok: 2 }
  return items.sort((a, b) => weight[a.severity] - weight[b.severity])
}

/** Why nothing is recorded at this moment, if so: the light must not say "recording" beside it. */
function findHindrance(tab: AboutTab, about: About): HealthItem | null {
  if (tab.lost) return { code: "no-permission", severity: "error" }
  const consent = tab.source === "snippet" ? tab.consent : null
  if (consent === "denied") return { code: "consent-refused", severity: "warning" }
  if (consent === "pending") return { code: "consent-pending", severity: "warning" }
  return about.quiet ? { code: "nothing-seen", severity: "warning" } : null
}
