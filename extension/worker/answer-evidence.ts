import { completeSettings, connectors, findConnector, newSourceState, openWeb, poll } from "../domain"
import type {
  EvidenceAction,
  SourceForm,
  SourceKind,
  SourcesState,
  SourceTest,
  SourceView,
} from "../evidence/state"
import type { EvidenceWatch } from "./evidence-alarm"
import type { Secrets, Source } from "./evidence-store"
import { isFile, isFileAction, takeBackFile, takeFile } from "./import-file"
import { mayAsk, rereadSources } from "./poll-evidence"
import { readSettings } from "./settings"
import { hearAnswer, takeSample } from "./source-sample"
import type { Worker } from "./worker"

const MOST_SETTING = 2_000

const call = openWeb({
  fetch: (...given) => fetch(...given),
  endAfter: (ms) => AbortSignal.timeout(ms),
  isOffline: () => !navigator.onLine,
})

/** All sources, as the options show them: no secret leaves the worker. */
export async function composeSources(worker: Worker, watch: EvidenceWatch): Promise<SourcesState> {
  const { language } = await readSettings()
  const store = await watch.store()
  const views: SourceView[] = []
  for (const source of await store.list())
    views.push(await viewSource(source, await store.readSecrets(source.id)))
  const sites = (await (await worker.journal()).listSites()).map(({ site }) => site)
  return { language, kinds: connectors.map(viewKind), sources: views, sites }
}

function viewKind({ id, title, kind, fields }: (typeof connectors)[number]): SourceKind {
  return { id, title, kind, fields: fields.map((field) => ({ ...field })) }
}

async function viewSource(source: Source, secrets: Secrets): Promise<SourceView> {
  const connector = findConnector(source.connector)
  const settings = { ...source.settings, ...secrets }
  return {
    id: source.id,
    site: source.site,
    connector: source.connector,
    title: connector?.title ?? source.settings.name ?? source.connector,
    channels: connector?.channels(settings) ?? [...new Set(source.coverage.map(({ channel }) => channel))],
    settings: source.settings,
    masked: Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, mask(secret)])),
    recipient: source.recipient,
    keptSince: source.keptSince,
    coverage: source.coverage,
    lastPollAt: source.lastPollAt,
    lastGoodAt: source.lastGoodAt,
    problem: source.problem,
    skewMs: source.skewMs,
    comeAgainAt: source.comeAgainAt,
    found: source.found,
    strangers: source.strangers,
    unreadable: source.unreadable,
  }
}

/** Enough to tell two tokens apart, and no more. */
function mask(secret: string): string {
  return secret === "" ? "" : `••••••${secret.length >= 16 ? secret.slice(-3) : ""}`
}

/** Does what the person asked for with a source. */
export async function doEvidenceAction(
  worker: Worker,
  watch: EvidenceWatch,
  action: EvidenceAction,
): Promise<{ answer: unknown; changed: string | null }> {
  const store = await watch.store()
  if (isFileAction(action)) return takeFile(worker, store, action)
  switch (action.type) {
    case "test":
      return { answer: await testSource(watch, action.form), changed: null }
    case "save": {
      const { form } = action
      const connector = findConnector(form.connector)
      if (!connector) return { answer: null, changed: null }
      const { settings, secrets } = divide(form)
      const known = form.id === null ? undefined : await store.read(form.id)
      if (known) {
        const kept = { ...(await store.readSecrets(known.id)), ...secrets }
        await store.writeSecrets(known.id, kept)
        const { recipient, keptSince } = form
        // What it asked for may be another thing now: read anew from the beginning. Ids keep that harmless.
        await store.change(known.id, (source) => ({ ...source, settings, recipient, keptSince, ...fresh() }))
        await watch.lookAt(known.id)
        return { answer: { id: known.id }, changed: known.site }
      }
      const id = crypto.randomUUID()
      const { site, recipient, keptSince } = form
      const source = {
        id,
        site,
        connector: connector.id,
        settings,
        recipient,
        keptSince,
        addedAt: Date.now(),
      }
      await store.add({ ...source, found: 0, ...fresh() }, secrets)
      await watch.follow()
      await watch.lookAt(id)
      return { answer: { id }, changed: site }
    }
    case "look": {
      await watch.lookAt(action.id)
      return { answer: null, changed: (await store.read(action.id))?.site ?? null }
    }
    case "look-site":
      await watch.look(action.site)
      return { answer: null, changed: action.site }
    case "remove": {
      const source = await store.read(action.id)
      if (source && isFile(source)) await takeBackFile(worker, store, source)
      await store.remove(action.id)
      await watch.follow()
      if (source) await rereadSources(worker, store, source.site)
      return { answer: null, changed: source?.site ?? null }
    }
  }
}

function fresh() {
  return {
    state: newSourceState(),
    coverage: [],
    readTo: null,
    lastPollAt: null,
    lastGoodAt: null,
    problem: null,
    skewMs: null,
    comeAgainAt: 0,
    strangers: 0,
    unreadable: 0,
    addresses: 0,
  }
}

/** What the form says, by where it belongs. An empty secret is one that stays as it is. */
function divide({ connector, settings: given }: SourceForm): { settings: Secrets; secrets: Secrets } {
  const settings: Secrets = {}
  const secrets: Secrets = {}
  for (const { id, kind } of findConnector(connector)?.fields ?? []) {
    const value = String(given[id] ?? "")
      .trim()
      .slice(0, MOST_SETTING)
    if (value === "") continue
    if (kind === "secret") secrets[id] = value
    else settings[id] = value
  }
  return { settings, secrets }
}

/** Asks once, keeps nothing, and says what came or what is wrong. */
async function testSource(watch: EvidenceWatch, form: SourceForm): Promise<SourceTest> {
  const connector = findConnector(form.connector)
  if (!connector)
    return {
      problem: { code: "wrong-shape" },
      found: 0,
      skewMs: null,
      unreadable: 0,
      latest: null,
      sample: null,
    }
  const { settings, secrets } = divide(form)
  const known = form.id === null ? {} : await (await watch.store()).readSecrets(form.id)
  const now = Date.now()
  const all = { ...settings, ...known, ...secrets }
  const heard = hearAnswer(call)
  const asked = { connector, settings: all, state: newSourceState(), now, since: 0, keptSince: now }
  const read = await poll({ ...asked, call: heard.call })
  let { problem } = read
  if (problem?.code === "unreachable" && !(await mayAsk(addressOf(form)))) problem = { code: "no-permission" }
  const latest = read.evidence.reduce<number | null>((last, { at }) => Math.max(last ?? at, at), null)
  const sample =
    connector.kind === "other" ? takeSample(heard.text(), settings.list, { ...known, ...secrets }) : null
  return {
    problem,
    found: read.evidence.length,
    skewMs: read.skewMs,
    unreadable: read.unreadable,
    latest,
    sample,
  }
}

function addressOf(form: SourceForm): string | undefined {
  const connector = findConnector(form.connector)
  try {
    return connector ? completeSettings(connector, { ...form.settings }).url : undefined
  } catch {
    return form.settings.url
  }
}
