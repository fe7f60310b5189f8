import type { TouchpointEvent } from "../../shared/event"
import type {
  BackupAction,
  LibraryAction,
  OptionsAction,
  OptionsState,
  RetentionCount,
  SiteAccess,
  SiteView,
} from "../options/state"
import { readTheme } from "../theme/theme"
import { giveBackSites, isEverywhere, listSingleSites, setEverywhere } from "./always-on"
import { doBackupAction } from "./answer-backup"
import { doLibraryAction, listLibrary, newLibraryMap } from "./answer-library"
import { useMap as takeMap } from "./answer-overlay"
import { changeRecord } from "./change-record"
import { forgetMapChoice } from "./choose-map"
import { viewMap } from "./compose-state"
import { eraseBeyond } from "./erase-beyond"
import { listSources } from "./evidence-store"
import { forgetInboxes, listInboxes, switchInbox } from "./inbox/switched-inboxes"
import { listBeyond } from "./keep-within"
import { sessionStorage } from "./kept-storage"
import { listSeen } from "./list-seen"
import {
  changeSettings,
  followBrowserLanguage,
  forgetSettings,
  type Retention,
  readSettings,
  readStored,
} from "./settings"
import type { Worker } from "./worker"

/** All that is kept: the sites, the person's maps, the settings. */
export async function composeOptions(worker: Worker): Promise<OptionsState> {
  const { language, theme, retention, tourStop } = await readSettings()
  const journal = await worker.journal()
  const sites: SiteView[] = []
  const users = new Map<string, string[]>()
  for (const { site } of await journal.listSites())
    sites.push(
      await worker.withSite(site, async ({ record, map, mapOrigin, libraryId, events }) => {
        if (libraryId !== null) users.set(libraryId, [...(users.get(libraryId) ?? []), site])
        const times = [...events.values()].map(({ at }) => at)
        return {
          site,
          events: times.length,
          firstAt: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
          lastAt: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
          map: viewMap(map, mapOrigin, record, language),
          mapChoice: record.mapChoice ?? null,
          hasPageMap: record.pageMap !== null,
          hidden: record.hidden,
        }
      }),
    )
  sites.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))
  return {
    language,
    languageFrom: (await readStored()).language === undefined ? "browser" : "person",
    theme,
    tourLeft: tourStop !== null,
    version: chrome.runtime.getManifest().version,
    retention,
    maps: await listLibrary(await worker.mapLibrary(), (id) => users.get(id) ?? [], Date.now()),
    sites,
    access: { ...(await viewAccess()), single: await listSingleSites() },
  }
}

async function viewAccess(): Promise<Omit<SiteAccess, "single">> {
  const { on, takenBack } = await isEverywhere()
  return { everywhere: on, takenBack }
}

/** What the page hears, and whose journeys look different now (`*`: all, null: nobody's). */
interface OptionsAnswer {
  answer: unknown
  changed: string | null
}

/** Does what the person asked for in the options. */
export async function doOptionsAction(worker: Worker, action: OptionsAction): Promise<OptionsAnswer> {
  if (isLibraryAction(action)) return inLibrary(worker, action)
  if (isBackupAction(action)) return doBackupAction(worker, action)
  const kept = (await (await worker.journal()).listSites()).map(({ site }) => site)
  if ("site" in action && !kept.includes(action.site)) return { answer: null, changed: null }
  switch (action.type) {
    case "language":
      if (action.language === "browser") await followBrowserLanguage()
      else await changeSettings({ language: action.language })
      return { answer: null, changed: "*" }
    case "theme":
      // Nothing is announced: every page of ours hears it from the settings themselves.
      await changeSettings({ theme: readTheme(action.theme) })
      return { answer: null, changed: null }
    case "tour-stop":
      await changeSettings({ tourStop: action.stop === null ? null : String(action.stop).slice(0, 40) })
      return { answer: null, changed: null }
    case "retention-count":
      return { answer: await countBeyond(worker, kept, action.retention), changed: null }
    case "retention":
      await changeSettings({ retention: action.retention })
      await eraseBeyond(worker)
      return { answer: null, changed: "*" }
    case "seen-names":
      return { answer: listSeen(await listLatest(worker, kept)), changed: null }
    case "map-text":
      return {
        answer: { problems: await takeMap(worker, action.site, action.text, action.fileName) },
        changed: action.site,
      }
    case "map-default":
      await changeRecord(worker, action.site, forgetMapChoice)
      worker.reload(action.site)
      return { answer: null, changed: action.site }
    case "map-choice":
      await changeRecord(worker, action.site, (record) => {
        if (action.choice === null) delete record.mapChoice
        else record.mapChoice = action.choice
        record.refusedMap = null
      })
      worker.reload(action.site)
      return { answer: null, changed: action.site }
    case "map-adopt":
      return { answer: { id: await adoptMap(worker, action.site) }, changed: action.site }
    case "everywhere":
      await setEverywhere(action.on === true)
      return { answer: null, changed: "*" }
    case "show":
      await changeRecord(worker, action.site, (record) => {
        record.hidden = false
      })
      return { answer: null, changed: action.site }
    case "forget":
      await eraseSite(worker, action.site)
      return { answer: null, changed: action.site }
    case "forget-all":
      await eraseEverything(worker, kept)
      return { answer: null, changed: "*" }
    default:
      return { answer: null, changed: null }
  }
}

/** Counted, not erased: for who is about to say yes. */
async function countBeyond(worker: Worker, sites: string[], retention: Retention): Promise<RetentionCount> {
  let count = 0
  for (const site of sites)
    count += await worker.withSite(
      site,
      async ({ events }) => listBeyond(events.values(), retention, Date.now()).length,
    )
  return { events: count }
}

async function inLibrary(worker: Worker, action: LibraryAction): Promise<OptionsAnswer> {
  const { answer, mapsChanged } = await doLibraryAction(await worker.mapLibrary(), action, Date.now())
  if (mapsChanged) worker.reloadAll()
  return { answer, changed: mapsChanged ? "*" : null }
}

/** The latest of every site. */
async function listLatest(worker: Worker, sites: string[]): Promise<TouchpointEvent[]> {
  const listed: TouchpointEvent[] = []
  for (const site of sites)
    listed.push(...(await worker.withSite(site, async ({ events }) => [...events.values()].slice(-2000))))
  return listed
}

function isLibraryAction(action: OptionsAction): action is LibraryAction {
  return action.type.startsWith("library-")
}

function isBackupAction(action: OptionsAction): action is BackupAction {
  return action.type.startsWith("backup-") || action.type.startsWith("restore-")
}

/** The map in use becomes one of the person's own, to be edited, and the site uses that from now on. */
async function adoptMap(worker: Worker, site: string): Promise<string> {
  const library = await worker.mapLibrary()
  return worker.withSite(site, async ({ record, mapText, map, libraryId }, journal) => {
    if (libraryId !== null) return libraryId
    const { language } = await readSettings()
    const title = typeof map.name === "string" ? map.name : (map.name[language] ?? map.id)
    const own = newLibraryMap(title, mapText, Date.now())
    await library.write(own)
    record.mapChoice = { use: "library", id: own.id }
    await journal.writeSite(record)
    worker.reload(site)
    return own.id
  })
}

/** Everything that is kept of a site, its maps and its sources of evidence with their tokens too. */
async function eraseSite(worker: Worker, site: string): Promise<void> {
  const evidence = await worker.evidence()
  for (const source of await listSources(evidence, site)) await evidence.remove(source.id)
  for (const inbox of await listInboxes()) if (inbox.site === site) await switchInbox(inbox.origin, null, 0)
  await worker.withSite(site, async (_, journal) => {
    await journal.forgetSite(site)
    worker.reload(site)
  })
}

async function eraseEverything(worker: Worker, sites: string[]): Promise<void> {
  for (const site of sites) await eraseSite(worker, site)
  const evidence = await worker.evidence()
  for (const { id } of await evidence.list()) await evidence.remove(id)
  await evidence.forgetColumns()
  const library = await worker.mapLibrary()
  for (const { id } of await library.list()) await library.remove(id)
  await forgetSettings()
  await forgetInboxes()
  await giveBackSites()
  await sessionStorage().clear()
  worker.reloadAll()
}
