import type { OverlayState } from "../overlay/state"
import { isNews } from "./only-news"
import { keyOfFinding } from "./panel/mute-key"
import type { SiteRecord } from "./site-record"

const MISSED_COLOUR = "#b91c1c"
const DOUBT_COLOUR = "#b45309"
const CALM_COLOUR = "#475569"

export interface Badge {
  text: string
  colour: string
}

/**
 * What stands on the icon: the number of missed follow-ups in red; where there is none, an amber mark when something
 * failed, came late, or keeps the recorder from working or the overlay from being seen. What the person has muted does not count.
 */
export function chooseBadge(
  { missed, settled, health }: Pick<OverlayState, "missed" | "settled" | "health">,
  record: Pick<SiteRecord, "muted">,
): Badge {
  const isLoud = (kind: string) => (step: { scenario: string; step: string; channel: string }) =>
    !record.muted?.some(({ key }) => key === keyOfFinding({ kind, ...step }))
  const count = missed.filter(isLoud("missed")).length
  if (count > 0) return { text: String(Math.min(count, 999)), colour: MISSED_COLOUR }
  const doubtful = settled.some(
    (step) => (step.status === "failed" || step.status === "late") && isLoud(step.status)(step),
  )
  const unseen = ["overlay-removed", "overlay-covered"]
  const broken = health.some(({ severity, code }) => severity === "error" || unseen.includes(code))
  return doubtful || broken ? { text: "!", colour: DOUBT_COLOUR } : { text: "", colour: CALM_COLOUR }
}

/** On the icon, for this tab. */
export async function showBadge(tabId: number, { text, colour }: Badge): Promise<void> {
  if (!isNews(tabId, "badge", `${text} ${colour}`)) return
  await Promise.all([
    chrome.action.setBadgeText({ tabId, text }).catch(gone),
    chrome.action.setBadgeBackgroundColor({ tabId, color: colour }).catch(gone),
  ])
}

/** The page cannot be audited, or Chrome took the right to read it back: the icon says so where the person looks. */
export async function showRefusal(tabId: number): Promise<void> {
  await showBadge(tabId, { text: "–", colour: CALM_COLOUR })
}

/** The tab was closed in the meantime. */
function gone(): void {}
