import { type EvidenceStore, listSources, openEvidenceStore } from "./evidence-store"
import { takeTurns } from "./in-turn"
import { listInboxes } from "./inbox/switched-inboxes"
import { type Journal, openJournal } from "./journal"
import { type MapLibrary, openMapLibrary } from "./map-library"
import { readSettings } from "./settings"
import { loadSiteJourney, type SiteJourney } from "./site-journey"

/**
 * The worker's memory. It is rebuilt from the journal whenever Chrome starts the worker again, so nothing here may be
 * the only copy of anything.
 */
export interface Worker {
  /** Runs `task` on a site's journey; tasks of one site wait for one another, so that no two change it at once. */
  withSite<T>(site: string, task: (loaded: SiteJourney, journal: Journal) => Promise<T>): Promise<T>
  /** Forget the fold, so that the next task makes it anew from the journal (another map, events taken back). */
  reload(site: string): void
  /** The same for all sites. */
  reloadAll(): void
  journal(): Promise<Journal>
  mapLibrary(): Promise<MapLibrary>
  evidence(): Promise<EvidenceStore>
}

export function startWorker(): Worker {
  const opened = openJournal()
  const library = openMapLibrary()
  const evidence = openEvidenceStore()
  const loaded = new Map<string, SiteJourney>()
  const turns = new Map<string, ReturnType<typeof takeTurns>>()

  async function load(site: string): Promise<SiteJourney> {
    const { retention } = await readSettings()
    const from = { journal: await opened, library: await library, retention }
    const journey = await loadSiteJourney(from, site, Date.now())
    journey.sources = await listSources(await evidence, site)
    journey.inboxes = (await listInboxes()).filter((inbox) => inbox.site === site)
    return journey
  }

  async function run<T>(
    site: string,
    task: (loaded: SiteJourney, journal: Journal) => Promise<T>,
  ): Promise<T> {
    const journal = await opened
    const journey = loaded.get(site) ?? (await load(site))
    loaded.set(site, journey)
    return task(journey, journal)
  }

  return {
    withSite(site, task) {
      const inTurn = turns.get(site) ?? takeTurns()
      turns.set(site, inTurn)
      return inTurn(() => run(site, task))
    },
    reload: (site) => void loaded.delete(site),
    reloadAll: () => loaded.clear(),
    journal: () => opened,
    mapLibrary: () => library,
    evidence: () => evidence,
  }
}
