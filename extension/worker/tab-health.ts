import type { HealthItem } from "../overlay/state"
import { composeHealth, QUIET_PAGE_MS } from "./compose-health"
import type { SiteJourney } from "./site-journey"
import type { TabState } from "./tab-state"

/** The page's own view may be a little older than its greeting. */
const GREETING_MS = 5_000

/** Whether recording works in a tab at the real instant `now`, and when (ms UTC) the answer changes by itself. */
export function judgeTabHealth(
  loaded: SiteJourney,
  { unsaved, lost, greetedAt }: TabState,
  now: number,
): { health: HealthItem[]; changesAt: number | null } {
  const quietFrom = greetedAt === null || hasEventSince(loaded, greetedAt) ? null : greetedAt + QUIET_PAGE_MS
  const health = composeHealth(loaded.record, {
    journalBroken: loaded.broken,
    refused: loaded.refused,
    unsaved,
    lost,
    quiet: quietFrom !== null && quietFrom <= now,
  })
  return { health, changesAt: quietFrom !== null && quietFrom > now ? quietFrom : null }
}

function hasEventSince(loaded: SiteJourney, from: number): boolean {
  for (const { at } of loaded.events.values()) if (at >= from - GREETING_MS) return true
  return false
}

export function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
