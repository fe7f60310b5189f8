/** A time in which a channel was watched, ms UTC, both ends included. */
export interface WatchedSpan {
  channel: string
  from: number
  to: number
}

/** More than this is kept of no source: the oldest goes first. */
const MOST_SPANS = 500

/** Both together, joined where they touch, by channel and time. */
export function joinSpans(known: readonly WatchedSpan[], added: readonly WatchedSpan[]): WatchedSpan[] {
  const joined: WatchedSpan[] = []
  const all = [...known, ...added].filter(({ from, to }) => from <= to)
  all.sort((one, other) => one.channel.localeCompare(other.channel) || one.from - other.from)
  for (const span of all) {
    const last = joined.at(-1)
    if (last?.channel === span.channel && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else joined.push({ ...span })
  }
  return joined.slice(-MOST_SPANS)
}

/**
 * For a clock that is moved ahead: a source that is being watched now is taken to be watched until then, as if nothing
 * else came. `readTo` is the end of what the source's last whole pass covers.
 */
export function carryOn(spans: readonly WatchedSpan[], readTo: number, aheadMs: number): WatchedSpan[] {
  if (aheadMs <= 0) return [...spans]
  return spans.map((span) => (span.to >= readTo ? { ...span, to: span.to + aheadMs } : span))
}
