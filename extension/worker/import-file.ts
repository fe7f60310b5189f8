import { type EvidenceDraft, makeEvents, newSourceState, parseEvent, type WatchedSpan } from "../domain"
import type { FileAction, FilePart, ImportedFile } from "../evidence/file/state"
import { chooseOwner, readAddresses } from "./evidence-owner"
import { type EvidenceStore, listSources, type Source } from "./evidence-store"
import { rereadSources } from "./poll-evidence"
import { takeEvent } from "./site-journey"
import type { Worker } from "./worker"

/** A source of this kind is asked for nothing: what it had to say came with its file. */
export const FILE = "file"
const MOST_PARTS = 5_000

export const isFile = ({ connector }: Pick<Source, "connector">) => connector === FILE

export const isFileAction = (action: { type: string }): action is FileAction =>
  action.type.startsWith("file-")

/**
 * Takes a file part by part. Until its last part it covers nothing, so that one that was broken off makes nothing missed;
 * begun again, it goes on where it was, because a row has the same id whenever it is read.
 */
export async function takeFile(
  worker: Worker,
  store: EvidenceStore,
  action: FileAction,
): Promise<{ answer: unknown; changed: string | null }> {
  switch (action.type) {
    case "file-columns":
      return { answer: { mapping: await store.readColumns(action.signature) }, changed: null }
    case "file-begin":
      return { answer: await beginFile(worker, store, action.file), changed: null }
    case "file-part":
      return { answer: await takePart(worker, store, action.id, action.drafts), changed: null }
    case "file-end": {
      const source = await endFile(worker, store, action.id, action.coverage, action.rejected)
      return { answer: {}, changed: source?.site ?? null }
    }
  }
}

/** The same file again, perhaps read otherwise: what it has proved so far is taken back first. */
async function beginFile(worker: Worker, store: EvidenceStore, file: ImportedFile): Promise<object> {
  const { id, site, name, recipient, signature, mapping } = file
  const known = await store.read(id)
  if (known) await takeBackFile(worker, store, known)
  const now = Date.now()
  const source: Source = {
    id,
    site,
    connector: FILE,
    settings: { name: name.slice(0, 200) },
    recipient: recipient.trim().slice(0, 200),
    keptSince: now,
    addedAt: known?.addedAt ?? now,
    state: newSourceState(),
    coverage: [],
    readTo: null,
    lastPollAt: now,
    lastGoodAt: null,
    problem: null,
    skewMs: null,
    // Nobody is asked, ever.
    comeAgainAt: Number.MAX_SAFE_INTEGER,
    found: 0,
    strangers: 0,
    unreadable: 0,
    addresses: 0,
    took: [],
  }
  await store.add(source, {})
  await store.writeColumns(signature, mapping)
  return { known: known !== undefined }
}

async function takePart(
  worker: Worker,
  store: EvidenceStore,
  id: string,
  drafts: readonly EvidenceDraft[],
): Promise<FilePart> {
  const source = await store.read(id)
  if (!source || !isFile(source) || !Array.isArray(drafts) || drafts.length > MOST_PARTS)
    return { found: 0, strangers: 0, earlier: 0 }
  const part = await worker.withSite(source.site, async (loaded, journal) => {
    const personOf = chooseOwner(loaded, source, readAddresses(loaded))
    const since = loaded.record.recordedFrom
    const recent = drafts.filter(({ at }) => at >= since)
    const made = makeEvents(recent, { map: loaded.map, sourceKey: "rows", source: FILE, personOf })
    const events = made.events.flatMap((event) => {
      const parsed = parseEvent(event)
      return "event" in parsed ? [parsed.event] : []
    })
    for (const event of await journal.addEvents(source.site, events)) takeEvent(loaded, event)
    return {
      ids: events.map((event) => event.id),
      strangers: made.strangers,
      earlier: drafts.length - recent.length,
    }
  })
  await store.change(id, (known) => {
    const took = [...new Set([...(known.took ?? []), ...part.ids])]
    return { ...known, took, found: took.length, strangers: known.strangers + part.strangers }
  })
  return { found: part.ids.length, strangers: part.strangers, earlier: part.earlier }
}

async function endFile(
  worker: Worker,
  store: EvidenceStore,
  id: string,
  coverage: WatchedSpan[],
  rejected: number,
): Promise<Source | null> {
  const source = await store.change(id, (known) =>
    isFile(known) ? { ...known, coverage, unreadable: rejected, lastGoodAt: Date.now() } : known,
  )
  if (source) await rereadSources(worker, store, source.site)
  return source
}

/** What only this file has proved is proved no longer. */
export async function takeBackFile(worker: Worker, store: EvidenceStore, source: Source): Promise<void> {
  const others = (await listSources(store, source.site)).filter(({ id }) => id !== source.id)
  const kept = new Set(others.flatMap(({ took }) => took ?? []))
  const ids = (source.took ?? []).filter((id) => !kept.has(id))
  if (ids.length === 0) return
  await worker.withSite(source.site, async (_, journal) => {
    await journal.removeEvents(source.site, ids)
    worker.reload(source.site)
  })
}
