import type { HealthItem } from "../overlay/state"
import { composeHealth, QUIET_PAGE_MS } from "./compose-health"
import type { SiteJourney } from "./site-journey"
import { CLOCK_TOLERANCE_MS } from "./stamp-visitor"
import type { TabState } from "./tab-state"

/** The page's own view may be a little older than its greeting. */
const GREETING_MS = 5_000

/** Whether recording works in a tab at the real instant `now`, and when (ms UTC) the answer changes by itself. */
export function judgeTabHealth(
  loaded: SiteJourney,
  tab: TabState,
  now: number,
): { health: HealthItem[]; changesAt: number | null } {
  const { greetedAt } = tab
  const quietFrom = greetedAt === null || hasEventSince(loaded, greetedAt) ? null : greetedAt + QUIET_PAGE_MS
  const health = composeHealth(loaded.record, tab, {
    journalBroken: loaded.broken,
    unwritten: loaded.unwritten,
    inMemory: loaded.inMemory,
    refused: loaded.refused,
    inFuture: countInFuture(loaded, now),
    quiet: quietFrom !== null && quietFrom <= now,
  })
  return { health, changesAt: quietFrom !== null && quietFrom > now ? quietFrom : null }
}

function hasEventSince(loaded: SiteJourney, from: number): boolean {
  for (const { at } of loaded.events.values()) if (at >= from - GREETING_MS) return true
  return false
}

/** Of what happened on this device: a service that sends messages has a clock of its own. */
function countInFuture(loaded: SiteJourney, now: number): number {
  let count = 0
  for (const { at, name } of loaded.events.values())
    if (at > now + CLOCK_TOLERANCE_MS && !name.startsWith("message_")) count++
  return count
}

export function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
