import { findConnector, joinSpans, makeEvents, newSourceState, openWeb, parseEvent, poll } from "../domain"
import { chooseOwner, readAddresses } from "./evidence-owner"
import { type EvidenceStore, listSources, type Source } from "./evidence-store"
import { findEchoes } from "./inbox/take-lines"
import { takeEvent } from "./site-journey"
import type { Worker } from "./worker"

/** Pages of one source at one go; the rest comes with the next. */
const MOST_PAGES = 200

const call = openWeb({
  fetch: (...given) => fetch(...given),
  endAfter: (ms) => AbortSignal.timeout(ms),
  isOffline: () => !navigator.onLine,
})

const underWay = new Map<string, Promise<boolean>>()

/** Asks a source; a second call waits for the first. True when the site's journey is another one now. */
export function pollSource(worker: Worker, store: EvidenceStore, id: string): Promise<boolean> {
  const running = underWay.get(id)
  if (running) return running
  const polling = readPages(worker, store, id).finally(() => underWay.delete(id))
  underWay.set(id, polling)
  return polling
}

async function readPages(worker: Worker, store: EvidenceStore, id: string): Promise<boolean> {
  for (let page = 0; page < MOST_PAGES; page++) {
    const source = await store.read(id)
    if (!source) return page > 0
    const { more } = await readPage(worker, store, source)
    if (!more) break
  }
  return true
}

/**
 * One page: first its events are written, then where to go on. When the worker ends in between, the page is read again,
 * and its events have the same ids.
 */
async function readPage(worker: Worker, store: EvidenceStore, source: Source): Promise<{ more: boolean }> {
  const connector = findConnector(source.connector)
  if (!connector) return { more: false }
  const settings = { ...source.settings, ...(await store.readSecrets(source.id)) }
  const begun = await worker.withSite(source.site, async (loaded) => ({
    addresses: readAddresses(loaded).size,
    since: loaded.record.recordedFrom,
  }))
  // Somebody has become known: what was left out as a stranger's may be theirs.
  const isRenewed = source.strangers > 0 && begun.addresses !== source.addresses
  const state = isRenewed ? newSourceState() : source.state
  const read = await poll({
    connector,
    settings,
    state,
    now: Date.now(),
    since: begun.since,
    keptSince: source.keptSince,
    call,
  })
  const taken = await worker.withSite(source.site, async (loaded, journal) => {
    const personOf = chooseOwner(loaded, source, readAddresses(loaded))
    const { map } = loaded
    const made = makeEvents(read.evidence, { map, sourceKey: source.id, source: connector.id, personOf })
    const events = made.events.flatMap((event) => {
      const parsed = parseEvent(event)
      return "event" in parsed ? [parsed.event] : []
    })
    const added = await journal.addEvents(source.site, events)
    for (const event of added) takeEvent(loaded, event)
    // What an open inbox had shown before may be the same mails.
    if (findEchoes([...loaded.events.values()]).size > 0) worker.reload(source.site)
    return { found: added.length, strangers: made.strangers }
  })
  const problem =
    read.problem?.code === "unreachable" && !(await mayAsk(settings.url))
      ? ({ code: "no-permission" } as const)
      : read.problem
  await store.change(source.id, (known) => {
    const covers = read.coverage.reduce((latest, { to }) => Math.max(latest, to), known.readTo ?? 0)
    const isFirst = state.pass === null
    return {
      ...known,
      state: read.state,
      coverage: joinSpans(known.coverage, read.coverage),
      readTo: read.coverage.length > 0 ? covers : known.readTo,
      lastPollAt: Date.now(),
      lastGoodAt: problem ? known.lastGoodAt : Date.now(),
      problem,
      skewMs: read.skewMs,
      comeAgainAt: read.comeAgainAt,
      found: known.found + taken.found,
      strangers: isFirst ? taken.strangers : known.strangers + taken.strangers,
      unreadable: isFirst ? read.unreadable : known.unreadable + read.unreadable,
      addresses: begun.addresses,
    }
  })
  await rereadSources(worker, store, source.site)
  return { more: read.more }
}

/** What the site's journey takes to be watched follows the store. */
export function rereadSources(worker: Worker, store: EvidenceStore, site: string): Promise<void> {
  return worker.withSite(site, async (loaded) => {
    loaded.sources = await listSources(store, site)
  })
}

/** Whether the person lets us ask this address. Chrome says no more than "failed" where not. */
export async function mayAsk(url: string | undefined): Promise<boolean> {
  try {
    return await chrome.permissions.contains({ origins: [`${new URL(url ?? "").origin}/*`] })
  } catch {
    return false
  }
}
