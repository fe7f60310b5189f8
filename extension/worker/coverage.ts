import { carryOn } from "../domain"
import type { Source } from "./evidence-store"
import type { SiteRecord } from "./site-record"

export interface WatchedTime {
  channel: string
  from: number
  to: number
}

/** Messages that appear on the page itself: the recorder sees them, or they were not shown. */
const onPageChannels = new Set(["popup", "banner", "widget", "onsite"])

export function isOnPage(channel: string): boolean {
  return onPageChannels.has(channel)
}

/**
 * When each channel was watched (rule 25 of the journey engine): on-page ones since the recorder runs, others while the
 * person says "I watch this one myself", and as sources of evidence declare. `until` is the clock, also when it is moved
 * `aheadMs` forward: who watches now is taken to watch then.
 */
export function coverageOf(
  record: SiteRecord,
  channels: string[],
  until: number,
  sources: readonly Source[] = [],
  aheadMs = 0,
): WatchedTime[] {
  const onPage = channels
    .filter(isOnPage)
    .map((channel) => ({ channel, from: record.recordedFrom, to: until }))
  const byPerson = record.watched.map(({ channel, from, to }) => ({ channel, from, to: to ?? until }))
  const bySources = sources.flatMap(({ coverage, readTo, problem }) =>
    carryOn(coverage, readTo ?? Number.POSITIVE_INFINITY, problem ? 0 : aheadMs),
  )
  // An open inbox is looked at while it is open: a clock that is moved ahead looks at nothing.
  const inInbox = (record.looked ?? []).map((span) => ({ ...span, to: Math.min(span.to, until) }))
  return [...onPage, ...byPerson, ...inInbox, ...bySources].filter(({ from, to }) => from <= to)
}

/** From now on, or until now; a channel that was watched before keeps the time it was watched. */
export function watch(record: SiteRecord, channel: string, on: boolean, at: number): void {
  const open = record.watched.find((time) => time.channel === channel && time.to === null)
  if (on && !open) record.watched.push({ channel, from: at, to: null })
  if (!on && open) open.to = at
}
