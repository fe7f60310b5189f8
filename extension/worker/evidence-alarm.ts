import type { EvidenceStore } from "./evidence-store"
import { isFile } from "./import-file"
import { pollSource } from "./poll-evidence"
import type { Worker } from "./worker"

export const EVIDENCE_ALARM = "look-for-evidence"
const EVERY_MINUTES = 0.5

/** Looks at the sources, by alarm and when asked. */
export interface EvidenceWatch {
  store(): Promise<EvidenceStore>
  /** Looks at all sources of a site now; what a source has asked us to wait for is waited for. */
  look(site: string): Promise<void>
  /** The same for all sources of all sites. */
  lookEverywhere(): Promise<void>
  /** The same for one source, whatever it asked: the person wants to know. */
  lookAt(id: string): Promise<void>
  /** There is one more, or one less: the alarm rings only while there is something to look at. */
  follow(): Promise<void>
}

/** Registers the alarm's listener at once: Chrome hands the alarm that started the worker only to those. */
export function watchEvidence(worker: Worker, changed: (site: string) => void): EvidenceWatch {
  const store = () => worker.evidence()

  async function lookAtAll(isDue: (source: { site: string; comeAgainAt: number }) => boolean): Promise<void> {
    const sources = await store()
    const due = (await sources.list()).filter(isDue)
    await Promise.all(
      due.map(async ({ id, site }) => {
        if (await pollSource(worker, sources, id)) changed(site)
      }),
    )
  }

  async function follow(): Promise<void> {
    const isNeeded = (await (await store()).list()).some((source) => !isFile(source))
    const isSet = (await chrome.alarms.get(EVIDENCE_ALARM)) !== undefined
    if (isNeeded && !isSet) await chrome.alarms.create(EVIDENCE_ALARM, { periodInMinutes: EVERY_MINUTES })
    if (!isNeeded && isSet) await chrome.alarms.clear(EVIDENCE_ALARM)
  }

  chrome.alarms.onAlarm.addListener(({ name }) => {
    if (name === EVIDENCE_ALARM) void lookAtAll(({ comeAgainAt }) => comeAgainAt <= Date.now()).catch(silent)
  })
  // The browser may have forgotten the alarm with its last session.
  void follow().catch(silent)

  return {
    store,
    follow,
    look: (site) => lookAtAll((source) => source.site === site && !isWaiting(source)),
    lookEverywhere: () => lookAtAll((source) => !isWaiting(source)),
    async lookAt(id) {
      const sources = await store()
      const source = await sources.read(id)
      if (source && (await pollSource(worker, sources, id))) changed(source.site)
    },
  }
}

/** Only a service that has asked for it, or is in trouble, is left in peace. */
function isWaiting({ comeAgainAt }: { comeAgainAt: number }): boolean {
  return comeAgainAt > Date.now() + 120_000
}

/** A disk that refuses leaves the sources unread: the next alarm tries again. */
function silent(): void {}
