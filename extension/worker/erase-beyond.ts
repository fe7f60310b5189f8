import { listBeyond } from "./keep-within"
import { readSettings } from "./settings"
import type { Worker } from "./worker"

export const RETENTION_ALARM = "erase-what-is-beyond"
/** Limits are in days: nobody notices a quarter of one. */
const EVERY_MINUTES = 6 * 60

/**
 * Erases what is older, or more, than the person wants kept, on every site. A journey that is only now read from the
 * disk is cut to the limits in reading.
 */
export async function eraseBeyond(worker: Worker): Promise<void> {
  const { retention } = await readSettings()
  const journal = await worker.journal()
  for (const { site } of await journal.listSites())
    await worker.withSite(site, async ({ events }) => {
      const beyond = listBeyond(events.values(), retention, Date.now())
      if (beyond.length === 0) return
      await journal.removeEvents(site, beyond)
      worker.reload(site)
    })
}

/**
 * What is beyond goes by itself, also when nobody opens a page of that site any more. The alarm rings only while there is
 * a limit. To be called before anything is awaited: Chrome hands the alarm that started the worker only to those.
 */
export function watchRetention(worker: Worker, changed: () => void): void {
  async function follow(): Promise<void> {
    const { days, megabytes } = (await readSettings()).retention
    const isNeeded = days !== null || megabytes !== null
    const isSet = (await chrome.alarms.get(RETENTION_ALARM)) !== undefined
    if (isNeeded && !isSet)
      await chrome.alarms.create(RETENTION_ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES })
    if (!isNeeded && isSet) await chrome.alarms.clear(RETENTION_ALARM)
  }

  async function erase(): Promise<void> {
    await eraseBeyond(worker)
    changed()
  }

  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETENTION_ALARM) void erase().catch(nextTime)
  })
  chrome.storage.local.onChanged.addListener((changes) => {
    if (changes.settings) void follow().catch(nextTime)
  })
  // The browser may have forgotten the alarm with its last session.
  void follow().catch(nextTime)
}

/** A disk that refuses is asked again with the next alarm. */
function nextTime(): void {}
