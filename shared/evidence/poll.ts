import { openLine, readBase } from "./ask"
import type { Connector, Page, Settings } from "./connector"
import type { EvidenceDraft } from "./draft"
import { SourceFault, type SourceProblem } from "./source-problem"
import type { WatchedSpan } from "./spans"
import type { WebCaller } from "./web"

/** Where a source stands. Kept between polls (JSON); times are ms UTC. */
export interface SourceState {
  /** The pass under way: it goes on where it was broken off. */
  pass: Pass | null
  /** Everything up to here has been read; null before the first whole pass. */
  readTo: number | null
  /** The newest message that the last pass saw: an inbox without it has been emptied. */
  mark: Mark | null
  /** Polls that failed one after another. */
  faults: number
}

interface Pass {
  from: number
  to: number
  /** The next page, in the connector's own words. */
  page: unknown
  keptFrom: number | null
  /** Only since then everything has been read. */
  readFrom?: number
  /** When something was sent of which nobody knows to whom. */
  blindAt?: number[]
  newest: Mark | null
  /** Something that the pass before has seen is still there. */
  reachedOlder: boolean
}

interface Mark {
  id: string
  at: number
}

export const newSourceState = (): SourceState => ({ pass: null, readTo: null, mark: null, faults: 0 })

export interface PollAsk {
  connector: Connector
  settings: Settings
  state: SourceState
  /** The machine's clock, ms UTC. */
  now: number
  /** Nothing before this is of interest. */
  since: number
  /** What is no provider is taken to have kept everything since then, where it does not say so itself. */
  keptSince: number
  call: WebCaller
}

export interface Poll {
  evidence: EvidenceDraft[]
  state: SourceState
  /** What this poll adds to the time that was watched: only a whole pass adds anything. */
  coverage: WatchedSpan[]
  problem: SourceProblem | null
  /** How much the service's clock is ahead of ours, where that is worth a word. */
  skewMs: number | null
  unreadable: number
  /** There are further pages: come at once, when this one is safe. */
  more: boolean
  /** Else not before this instant. */
  comeAgainAt: number
}

/** Around a moment of which nobody knows; services round to seconds. */
const BLIND_MS = 1_000
/** With more of them a pass covers nothing. */
const MOST_BLIND = 200

const FIRST_WAIT_MS = 30_000
const MOST_WAIT_MS = 3_600_000

/**
 * Reads one page of a source. Whatever happens, the state that comes back is where to go on; a page that was read twice,
 * because its state was lost, gives the same evidence with the same ids. Never throws.
 */
export async function poll(asked: PollAsk): Promise<Poll> {
  const { connector, state, now } = asked
  const pass = state.pass ?? beginPass(asked)
  let skewMs: number | null = null
  try {
    const settings = completeSettings(connector, asked.settings)
    const base = readBase(settings.url)
    const line = openLine(base, asked.call, () => now)
    const { from, to } = pass
    const page = await connector
      .readPage({ settings, base, from, to, page: pass.page, ask: line.ask })
      .finally(() => {
        skewMs = line.skewMs()
      })
    const went = follow(pass, page, state.mark)
    const common = { evidence: page.evidence, problem: null, skewMs, unreadable: page.unreadable ?? 0 }
    if (page.next !== null && page.next !== undefined)
      return {
        ...common,
        state: { ...state, pass: { ...went, page: page.next }, faults: 0 },
        coverage: [],
        more: true,
        comeAgainAt: now,
      }
    return {
      ...common,
      state: { pass: null, readTo: to, mark: went.newest ?? state.mark, faults: 0 },
      coverage: coverPass(asked, went),
      more: false,
      comeAgainAt: now + connector.everyMs,
    }
  } catch (error) {
    const problem = error instanceof SourceFault ? error.problem : { code: "wrong-shape" as const }
    const faults = state.faults + 1
    const wait = Math.min(FIRST_WAIT_MS * 2 ** Math.min(faults - 1, 10), MOST_WAIT_MS)
    return {
      evidence: [],
      state: { ...state, pass, faults },
      coverage: [],
      problem,
      skewMs,
      unreadable: 0,
      more: false,
      comeAgainAt: problem.comeAgainAt ?? now + wait,
    }
  }
}

function beginPass({ connector, state, now, since }: PollAsk): Pass {
  const { retentionMs, lookBackMs } = connector
  const wanted = state.readTo === null ? since : state.readTo - lookBackMs
  const kept = retentionMs === null ? wanted : now - retentionMs
  return {
    from: Math.min(Math.max(wanted, kept), now),
    to: now,
    page: null,
    keptFrom: null,
    newest: null,
    reachedOlder: false,
  }
}

function follow(pass: Pass, page: Page, mark: Mark | null): Pass {
  const went = { ...pass, reachedOlder: pass.reachedOlder || page.reachedOlder === true }
  if (page.keptFrom !== undefined) went.keptFrom = Math.max(pass.keptFrom ?? page.keptFrom, page.keptFrom)
  if (page.readFrom !== undefined) went.readFrom = Math.max(pass.readFrom ?? page.readFrom, page.readFrom)
  if (page.blindAt !== undefined && page.blindAt.length > 0)
    went.blindAt = [...(pass.blindAt ?? []), ...page.blindAt].slice(0, MOST_BLIND + 1)
  for (const { id, at } of page.evidence) {
    if (mark !== null && (mark.id === id || at <= mark.at)) went.reachedOlder = true
    if (went.newest === null || at > went.newest.at) went.newest = { id, at }
  }
  return went
}

/**
 * What a whole pass covers. An inbox in which nothing is left of what the last pass saw has been emptied in between: what
 * came and went meanwhile nobody knows, so watching begins anew.
 */
function coverPass({ connector, settings, state, keptSince }: PollAsk, pass: Pass): WatchedSpan[] {
  const to = pass.to - connector.lagMs
  let from = pass.from
  if (connector.kind !== "provider") {
    const emptied = state.mark !== null && !pass.reachedOlder
    if (state.readTo === null) from = Math.max(from, pass.keptFrom ?? keptSince)
    else if (emptied) from = Math.max(from, pass.keptFrom ?? to)
  }
  from = Math.max(from, pass.readFrom ?? from)
  const times = leaveOut({ from, to }, pass.blindAt ?? [])
  return connector.channels(settings).flatMap((channel) => times.map((time) => ({ channel, ...time })))
}

/** A time without the moments of which nobody knows. */
function leaveOut({ from, to }: { from: number; to: number }, moments: readonly number[]) {
  if (moments.length > MOST_BLIND) return []
  const times: { from: number; to: number }[] = []
  let start = from
  for (const at of [...moments].sort((one, other) => one - other)) {
    if (at + BLIND_MS < start || at - BLIND_MS > to) continue
    times.push({ from: start, to: at - BLIND_MS })
    start = at + BLIND_MS
  }
  return [...times, { from: start, to }].filter((time) => time.from <= time.to)
}

/** The settings with what holds where nothing was said. Refuses what lacks. */
export function completeSettings(connector: Connector, given: Settings): Settings {
  const complete: Record<string, string> = { ...given }
  for (const { id, preset, required } of connector.fields) {
    const said = complete[id]?.trim()
    if (said) complete[id] = said
    else if (preset !== undefined) complete[id] = preset
    else if (required) throw new SourceFault({ code: "setting-missing", detail: id })
    else delete complete[id]
  }
  return complete
}
