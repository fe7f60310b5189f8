import type { Coverage } from "../engine/coverage"
import type { startAudit } from "../engine/journey"
import type { TouchpointEvent } from "../event"
import { AddressBook } from "../evidence/address-book"
import type { Connector, Settings } from "../evidence/connector"
import type { EvidenceDraft } from "../evidence/draft"
import { makeEvents } from "../evidence/make-events"
import { newSourceState, poll } from "../evidence/poll"
import { connectors, findConnector } from "../evidence/registry"
import { describeProblem } from "../evidence/source-problem"
import { carryOn, joinSpans, type WatchedSpan } from "../evidence/spans"
import type { CommunicationMap } from "../map/communication-map"
import { proposeNearest } from "../map/nearest"
import { findFile, readEvidenceFile } from "./evidence-file"
import { readSmallFile } from "./read-input"
import { BadInput, type Shell } from "./shell"

/** How far back a service without limits is asked, where `since` does not say it. */
const USUAL_REACH_MS = 90 * 86_400_000
/** Pages of one source; a service that never ends is broken. */
const MOST_PAGES = 2_000

/** One `--evidence`: a service to ask, or a file to read. */
interface GivenSource {
  /** Who told it: the connector's id, or `file`. */
  source: string
  title: string
  channels: readonly string[]
  found: EvidenceDraft[]
  spans: WatchedSpan[]
}

export interface GatheredEvidence {
  /** What the sources covered; all other channels are complete, as without them. */
  coverage: Coverage
  /** Sees every event of the log: who has which address. */
  watch(event: TouchpointEvent): void
  /** Hands the evidence to the audit, when the whole log has been seen. */
  push(running: Pick<ReturnType<typeof startAudit>, "push">): void
}

/**
 * `--evidence mailpit=http://…`, `--evidence mailgun=settings.json`, `--evidence sent.csv`: asks the sources and reads the
 * files. Throws `BadInput` where one cannot be read to its end: a missed follow-up must not be one that was not looked for.
 */
export async function gatherEvidence(
  given: readonly string[],
  { map, now, shell }: { map: CommunicationMap; now: number; shell: Shell },
): Promise<GatheredEvidence> {
  // What is written wrongly is told before anything is asked.
  const readers: (() => Promise<GivenSource>)[] = []
  for (const words of given) readers.push(await prepareSource(words, map, now, shell))
  const sources: GivenSource[] = []
  for (const read of readers) sources.push(await read())
  const watched = sources.reduce<WatchedSpan[]>((known, { spans }) => joinSpans(known, spans), [])
  const book = new AddressBook(map)
  return {
    coverage: completeBeside(watched, sources, map, now),
    watch: (event) => book.take(event),
    push(running) {
      for (const [index, { source, title, found }] of sources.entries()) {
        const personOf = (draft: EvidenceDraft) => book.find(draft)
        // Two files may hold the same rows; what a service says is its own.
        const sourceKey = source === "file" ? "rows" : String(index + 1)
        const { events, strangers } = makeEvents(found, { map, sourceKey, source, personOf })
        for (const event of events) running.push(event)
        if (strangers > 0)
          shell.complain(
            `${title}: ${strangers} of ${found.length} went to people whom the log does not know (no identify names their address); left out\n`,
          )
      }
    },
  }
}

async function prepareSource(
  words: string,
  { timeZone }: CommunicationMap,
  now: number,
  shell: Shell,
): Promise<() => Promise<GivenSource>> {
  const file = await findFile(words, shell)
  if (file !== null)
    return async () => ({ source: "file", ...(await readEvidenceFile(file, { timeZone, shell })) })
  const { connector, settings } = await readConnector(words, shell)
  return async () => {
    const { found, spans } = await readAll(connector, settings, shell)
    return {
      source: connector.id,
      title: connector.title,
      channels: connector.channels(settings),
      found,
      spans: carryOn(spans, latestOf(spans), now - shell.now()),
    }
  }
}

async function readConnector(
  words: string,
  shell: Shell,
): Promise<{ connector: Connector; settings: Settings }> {
  const equals = words.indexOf("=")
  const id = equals < 0 ? words : words.slice(0, equals)
  const connector = findConnector(id)
  if (!connector) {
    const known = connectors.map((each) => each.id)
    throw new BadInput(
      `--evidence: no source is called \`${id.slice(0, 60)}\`${proposeNearest(id, known)}; known: ${known.join(", ")}, and files: sent.csv`,
    )
  }
  const value = equals < 0 ? "" : words.slice(equals + 1)
  if (value === "") throw new BadInput(`--evidence ${id}=ADDRESS, or ${id}=FILE with its settings as JSON`)
  const settings = /^https?:\/\//.test(value) ? readAddress(value) : await readSettings(value, shell)
  return { connector, settings }
}

/** `http://user:password@host` is an address and a login. */
function readAddress(value: string): Settings {
  let url: URL
  try {
    url = new URL(value)
  } catch {
    throw new BadInput("--evidence: this is no address")
  }
  const { username, password } = url
  url.username = ""
  url.password = ""
  return { url: url.href, ...(username && { user: decode(username), password: decode(password) }) }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A token stands in the environment, not in a file: `"key": { "env": "MAILGUN_KEY" }`. */
async function readSettings(path: string, shell: Shell): Promise<Settings> {
  let value: unknown
  try {
    value = JSON.parse(await readSmallFile(shell, path))
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${path} is no JSON`)
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new BadInput(`${path}: settings are an object of texts`)
  const settings: Record<string, string> = {}
  for (const [name, given] of Object.entries(value)) {
    const variable = (given as { env?: unknown } | null)?.env
    if (typeof given === "string" || typeof given === "number") settings[name] = String(given)
    else if (name === "statuses" && isRecord(given)) settings[name] = JSON.stringify(given)
    else if (typeof variable === "string") {
      const found = shell.environment(variable)
      if (found === undefined) throw new BadInput(`${path}: the environment has no ${variable}`)
      settings[name] = found
    } else throw new BadInput(`${path}: \`${name}\` is a text, or { "env": NAME }`)
  }
  return settings
}

const isRecord = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value)

/** All pages of a source. */
async function readAll(
  connector: Connector,
  settings: Settings,
  shell: Shell,
): Promise<{ found: EvidenceDraft[]; spans: WatchedSpan[] }> {
  const asked = readSince(settings.since)
  const found: EvidenceDraft[] = []
  let state = newSourceState()
  let unreadable = 0
  for (let page = 0; page < MOST_PAGES; page++) {
    const now = shell.now()
    // An inbox of a test begins empty and keeps what it gets; `since` says it where that is not so.
    const since = asked ?? (connector.kind === "inbox" ? 0 : now - USUAL_REACH_MS)
    const read = await poll({ connector, settings, state, now, since, keptSince: since, call: shell.call })
    state = read.state
    if (read.problem) throw new BadInput(`--evidence ${describeProblem(read.problem, connector.title)}`)
    found.push(...read.evidence)
    unreadable += read.unreadable
    if (read.more) continue
    if (unreadable > 0) shell.complain(`${connector.title}: ${unreadable} entries could not be read\n`)
    if (read.skewMs !== null) shell.complain(`${connector.title}: its clock ${describeSkew(read.skewMs)}\n`)
    return { found, spans: read.coverage }
  }
  throw new BadInput(`--evidence ${connector.title}: the pages do not end`)
}

function readSince(text: string | undefined): number | null {
  if (text === undefined || text === "") return null
  const since = Date.parse(text)
  if (!Number.isFinite(since)) throw new BadInput("--evidence: `since` is ISO 8601")
  return since
}

function describeSkew(skewMs: number): string {
  return `is ${Math.round(Math.abs(skewMs) / 60_000)} minutes ${skewMs > 0 ? "ahead" : "behind"}; what is on time may look early or late`
}

/** Without sources a log is all there is. A channel that a source watches is covered as the source says. */
function completeBeside(
  watched: readonly WatchedSpan[],
  sources: readonly GivenSource[],
  map: CommunicationMap,
  now: number,
): Coverage {
  const asked = new Set(sources.flatMap(({ channels }) => channels))
  const complete = Object.keys(map.channels ?? {})
    .filter((channel) => !asked.has(channel))
    .map((channel) => ({ channel, from: Number.MIN_SAFE_INTEGER, to: now }))
  return [...watched, ...complete]
}

function latestOf(spans: readonly WatchedSpan[]): number {
  return spans.reduce((latest, { to }) => Math.max(latest, to), Number.NEGATIVE_INFINITY)
}
