import { patternOf } from "../host-pattern"
import type { PopupAnswer, PopupState } from "../popup/state"
import { isAlwaysOn, isEverywhere } from "./always-on"
import { composeOverlay } from "./compose-overlay"
import { readSettings } from "./settings"
import { readTab } from "./tab-state"
import type { Worker } from "./worker"

/** Chrome names a tab's address only while we may read it. */
async function composeAlways(tabId: number): Promise<PopupState["always"]> {
  const { url } = await chrome.tabs.get(tabId)
  const pattern = patternOf(url)
  if (pattern === null) return null
  return { pattern, on: await isAlwaysOn(pattern), everywhere: (await isEverywhere()).on }
}

/** One glance at a tab, for the popup; `where` is null where nothing is audited. */
export async function composePopup(
  worker: Worker,
  where: { site: string; tabId: number } | null,
): Promise<PopupAnswer> {
  const { language } = await readSettings()
  if (where === null) return { state: null, language }
  const { site, tabId } = where
  const { stage, stages, health, running, missed, unknown, clockOffsetMs, at, nextChangeAt } =
    await composeOverlay(worker, site, tabId)
  const tab = await readTab(tabId)
  const hidden = await worker.withHead(site, async ({ record }) => record.hidden)
  return {
    state: {
      language,
      site,
      stage,
      stages,
      health,
      counts: { running: running.length, missed: missed.length, unknown: unknown.length },
      clockOffsetMs,
      at,
      nextChangeAt,
      shown: !hidden && !tab.hidden,
      always: await composeAlways(tabId),
    },
  }
}
