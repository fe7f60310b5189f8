import type { TouchpointEvent } from "../../shared/event"
import type { BackupAction, BackupHead, SitePortion } from "../options/state"
import { coverageOf } from "./coverage"
import { mergeRecord } from "./merge-record"
import { readRecord } from "./read-record"
import { restoreSource, type SavedSource, saveSource } from "./restore-source"
import { changeSettings, readStored } from "./settings"
import { readEvent, takeEvent } from "./site-journey"
import { readClock } from "./tab-state"
import type { Worker } from "./worker"

/** A message of Chrome's has at most 64 MiB. */
const MOST_CHARACTERS = 8_000_000
const MOST_EVENTS = 500

/** What the page hears, and whose journeys look different now (null: nobody's). */
interface BackupAnswer {
  answer: unknown
  changed: string | null
}

/** Hands over what is kept, and takes back what was saved. Nothing that is here is ever replaced or lost. */
export async function doBackupAction(worker: Worker, action: BackupAction): Promise<BackupAnswer> {
  switch (action.type) {
    case "backup-head": {
      const sites = (await (await worker.journal()).listSites()).map(({ site }) => site)
      const maps = await (await worker.mapLibrary()).list()
      const head: BackupHead = { settings: await readStored(), maps, sources: await listSaved(worker), sites }
      return { answer: head, changed: null }
    }
    case "backup-site":
      return { answer: await readPortion(worker, action.site, action.from), changed: null }
    case "restore-map": {
      const library = await worker.mapLibrary()
      const here = await library.read(action.map.id)
      const same = here && here.text === action.map.text && here.draft === action.map.draft
      if (!same) await library.write(here ? { ...action.map, id: crypto.randomUUID() } : action.map)
      worker.reloadAll()
      return { answer: {}, changed: "*" }
    }
    case "restore-site":
      return restoreSite(worker, action.record)
    case "restore-source":
      return { answer: { added: await restoreSource(worker, action.source) }, changed: null }
    case "restore-events":
      return restoreEvents(worker, action.site, action.events)
    // The sources are the watch's: `listen.ts` has it look at them.
    case "restore-end":
      return { answer: {}, changed: null }
    case "restore-settings": {
      const stored = await readStored()
      // A limit that came with a file would erase what is here.
      const { retention: _, ...settings } = action.settings
      await changeSettings({ ...settings, ...stored })
      return { answer: {}, changed: "*" }
    }
  }
}

async function listSaved(worker: Worker): Promise<SavedSource[]> {
  const store = await worker.evidence()
  const saved: SavedSource[] = []
  for (const source of await store.list()) saved.push(saveSource(source, await store.readSecrets(source.id)))
  return saved
}

async function readPortion(worker: Worker, site: string, from: number): Promise<SitePortion> {
  const now = Date.now() + (await readClock(site))
  return worker.withSite(site, async ({ record, map, mapText, mapOrigin, events }) => {
    const portion: TouchpointEvent[] = []
    let characters = 0
    let next: number | null = null
    for (const [index, event] of [...events.values()].entries()) {
      if (index < from) continue
      characters += JSON.stringify(event).length
      if (portion.length > 0 && characters > MOST_CHARACTERS) {
        next = index
        break
      }
      portion.push(event)
    }
    const coverage = coverageOf(record, Object.keys(map.channels ?? {}), now)
    const head = { record, map: { text: mapText, from: mapOrigin.from }, coverage, now }
    return { head, events: portion, next }
  })
}

async function restoreSite(worker: Worker, given: unknown): Promise<BackupAnswer> {
  const read = readRecord(given, "record")
  if ("problem" in read) throw new Error(`${read.problem.path}: ${read.problem.message}`)
  const { record } = read
  const journal = await worker.journal()
  const isKnown = (await journal.readSite(record.site)) !== undefined
  await worker.withSite(record.site, async ({ record: here }) => {
    await journal.writeSite(isKnown ? mergeRecord(here, record) : record)
    worker.reload(record.site)
  })
  return { answer: {}, changed: record.site }
}

async function restoreEvents(worker: Worker, site: string, given: unknown[]): Promise<BackupAnswer> {
  const added = await worker.withSite(site, async (loaded, journal) => {
    const events = given.slice(0, MOST_EVENTS).flatMap((value) => readEvent(loaded, value) ?? [])
    const written = await journal.addEvents(site, events)
    for (const event of written) takeEvent(loaded, event)
    return written.length
  })
  return { answer: { added }, changed: site }
}
