import { type EvidenceStore, listSources, openEvidenceStore } from "./evidence-store"
import { takeTurns } from "./in-turn"
import { listInboxes } from "./inbox/switched-inboxes"
import { type Journal, openJournal } from "./journal"
import { type MapLibrary, openMapLibrary } from "./map-library"
import { readSettings } from "./settings"
import { loadSiteJourney, readSiteHead, type SiteHead, type SiteJourney } from "./site-journey"

/**
 * The worker's memory. It is rebuilt from the journal whenever Chrome starts the worker again, so nothing here may be
 * the only copy of anything.
 */
export interface Worker {
  /** Runs `task` on a site's journey; tasks of one site wait for one another, so that no two change it at once. */
  withSite<T>(site: string, task: (loaded: SiteJourney, journal: Journal) => Promise<T>): Promise<T>
  /** The same where nobody asks for events: a worker that has just woken need not read them all to give a page its orders. */
  withHead<T>(site: string, task: (head: SiteHead, journal: Journal) => Promise<T>): Promise<T>
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
  /** Of sites whose events nobody has asked for yet. */
  const heads = new Map<string, SiteHead>()
  const turns = new Map<string, ReturnType<typeof takeTurns>>()

  async function readHead(site: string): Promise<SiteHead> {
    const known = loaded.get(site) ?? heads.get(site)
    if (known) return known
    const head = await readSiteHead({ journal: await opened, library: await library }, site, Date.now())
    heads.set(site, head)
    return head
  }

  async function load(site: string): Promise<SiteJourney> {
    const known = loaded.get(site)
    if (known) return known
    const { retention } = await readSettings()
    const journey = await loadSiteJourney(
      { journal: await opened, retention },
      await readHead(site),
      Date.now(),
    )
    journey.sources = await listSources(await evidence, site)
    journey.inboxes = (await listInboxes()).filter((inbox) => inbox.site === site)
    loaded.set(site, journey)
    heads.delete(site)
    return journey
  }

  /** Tasks of one site wait for one another. */
  function inTurn<T>(site: string, task: () => Promise<T>): Promise<T> {
    const turn = turns.get(site) ?? takeTurns()
    turns.set(site, turn)
    return turn(task)
  }

  function forget(site: string): void {
    loaded.delete(site)
    heads.delete(site)
  }

  return {
    withSite: (site, task) => inTurn(site, async () => task(await load(site), await opened)),
    withHead: (site, task) => inTurn(site, async () => task(await readHead(site), await opened)),
    reload: forget,
    reloadAll() {
      loaded.clear()
      heads.clear()
    },
    journal: () => opened,
    mapLibrary: () => library,
    evidence: () => evidence,
  }
}
