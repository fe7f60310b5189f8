import type { OptionsAction, OptionsState, SiteView } from "../options/state"
import { useMap as takeMap } from "./answer-overlay"
import { changeRecord } from "./change-record"
import { forgetMapChoice } from "./choose-map"
import { viewMap } from "./compose-state"
import { exportEvents } from "./export-events"
import { changeSettings, readSettings } from "./settings"
import type { Worker } from "./worker"

/** All sites of which something is kept, for the options page. */
export async function composeOptions(worker: Worker): Promise<OptionsState> {
  const { language } = await readSettings()
  const journal = await worker.journal()
  const sites: SiteView[] = []
  for (const { site } of await journal.listSites())
    sites.push(
      await worker.withSite(site, async ({ record, map, mapOrigin, events }) => {
        const times = [...events.values()].map(({ at }) => at)
        return {
          site,
          events: times.length,
          firstAt: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
          lastAt: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
          map: viewMap(map, mapOrigin, record, language),
          hidden: record.hidden,
        }
      }),
    )
  sites.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
  return { language, version: chrome.runtime.getManifest().version, sites }
}

/** Does what the person asked for, and says whose journeys look different now (`*`: all). */
export async function doOptionsAction(
  worker: Worker,
  action: OptionsAction,
): Promise<{ answer: unknown; changed: string | null }> {
  const kept = (await (await worker.journal()).listSites()).map(({ site }) => site)
  if ("site" in action && !kept.includes(action.site)) return { answer: null, changed: null }
  switch (action.type) {
    case "language":
      await changeSettings({ language: action.language })
      return { answer: null, changed: "*" }
    case "map-text":
      return {
        answer: { problems: await takeMap(worker, action.site, action.text, action.fileName) },
        changed: action.site,
      }
    case "map-default":
      await changeRecord(worker, action.site, forgetMapChoice)
      worker.reload(action.site)
      return { answer: null, changed: action.site }
    case "show":
      await changeRecord(worker, action.site, (record) => {
        record.hidden = false
      })
      return { answer: null, changed: action.site }
    case "export":
      return { answer: { ndjson: await exportEvents(worker, action.site) }, changed: null }
    case "forget":
      await eraseSite(worker, action.site)
      return { answer: null, changed: action.site }
    case "forget-all":
      for (const site of kept) await eraseSite(worker, site)
      await chrome.storage.session.clear()
      return { answer: null, changed: "*" }
  }
}

/** Everything that is kept of a site, its maps too. */
async function eraseSite(worker: Worker, site: string): Promise<void> {
  await worker.withSite(site, async (_, journal) => {
    await journal.forgetSite(site)
    worker.reload(site)
  })
}
