import type { OverlayState } from "../overlay/state"
import { composeHealth, QUIET_PAGE_MS } from "./compose-health"
import { composeState } from "./compose-state"
import { coverageOf } from "./coverage"
import { findNextDue } from "./find-next-due"
import { readSettings } from "./settings"
import { latestPerson, type SiteJourney } from "./site-journey"
import { readClock, readTab } from "./tab-state"
import type { Worker } from "./worker"

/** The page's own view may be a little older than its greeting. */
const GREETING_MS = 5_000

/** The state of a tab's overlay, computed by the engine for the site's clock. */
export async function composeOverlay(worker: Worker, site: string, tabId: number): Promise<OverlayState> {
  const { language, mode } = await readSettings()
  const clockOffsetMs = await readClock(site)
  const { unsaved, lost, greetedAt } = await readTab(tabId)
  return worker.withSite(site, async (loaded) => {
    const now = Date.now()
    const at = now + clockOffsetMs
    const quietFrom =
      greetedAt === null || hasEventSince(loaded, greetedAt) ? null : greetedAt + QUIET_PAGE_MS
    const { record, map, journey } = loaded
    const channels = Object.keys(map.channels ?? {})
    const person = latestPerson(loaded)
    journey.setCoverage(coverageOf(record, channels, at))
    const result = journey.result(at)
    const nextDue = findNextDue(journey, (ids) => person !== null && ids.includes(person), at)
    return composeState({
      ...loaded,
      site,
      person,
      result,
      nextDue,
      nextChangeAt: earliest(
        journey.nextChangeAt(at),
        quietFrom !== null && quietFrom > now ? quietFrom + clockOffsetMs : null,
      ),
      at,
      clockOffsetMs,
      language,
      mode,
      health: composeHealth(record, {
        journalBroken: loaded.broken,
        refused: loaded.refused,
        unsaved,
        lost,
        quiet: quietFrom !== null && quietFrom <= now,
      }),
    })
  })
}

function hasEventSince(loaded: SiteJourney, from: number): boolean {
  for (const { at } of loaded.events.values()) if (at >= from - GREETING_MS) return true
  return false
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
