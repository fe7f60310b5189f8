import type { OverlayState } from "../overlay/state"
import { composeState } from "./compose-state"
import { coverageOf } from "./coverage"
import { findNextDue } from "./find-next-due"
import { readSettings } from "./settings"
import { latestPerson } from "./site-journey"
import { earliest, judgeTabHealth } from "./tab-health"
import { readForOverlay } from "./tab-state"
import type { Worker } from "./worker"

/** The state of a tab's overlay, computed by the engine for the site's clock. */
export async function composeOverlay(worker: Worker, site: string, tabId: number): Promise<OverlayState> {
  const [{ language, mode }, { clockOffsetMs, tab, told }] = await Promise.all([
    readSettings(),
    readForOverlay(site, tabId),
  ])
  return worker.withSite(site, async (loaded) => {
    const now = Date.now()
    const at = now + clockOffsetMs
    const { health, changesAt } = judgeTabHealth(loaded, tab, now)
    const { record, map, journey } = loaded
    const channels = Object.keys(map.channels ?? {})
    const person = latestPerson(loaded)
    journey.setCoverage(coverageOf(record, channels, at, loaded.sources, clockOffsetMs))
    const result = journey.result(at)
    const nextDue = findNextDue(journey, (ids) => person !== null && ids.includes(person), at)
    return composeState({
      ...loaded,
      site,
      person,
      result,
      nextDue,
      nextChangeAt: earliest(journey.nextChangeAt(at), changesAt === null ? null : changesAt + clockOffsetMs),
      at,
      clockOffsetMs,
      language,
      mode,
      told,
      health,
    })
  })
}
