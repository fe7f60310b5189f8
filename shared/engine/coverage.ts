import * as z from "zod"
import { readInstant } from "../event"

/** What evidence there is (rule 25): all, or what connectors declare. Times are ms UTC. */
export type Coverage = "complete" | readonly { channel: string; from: number; to: number }[]

const Span = z.object({
  channel: z.string(),
  from: z.union([z.string(), z.number()]),
  to: z.union([z.string(), z.number()]),
})

/** Reads a declared coverage (times ISO 8601 or ms), or gives the reason why it is none. */
export function parseCoverage(value: unknown): { coverage: Coverage } | { reason: string } {
  if (value === "complete") return { coverage: "complete" }
  const read = z.array(Span).safeParse(value)
  if (!read.success) return { reason: "a coverage is a list of { channel, from, to }" }
  const coverage: { channel: string; from: number; to: number }[] = []
  for (const { channel, from, to } of read.data) {
    const [begins, ends] = [readInstant(from), readInstant(to)]
    if (typeof begins === "string" || typeof ends === "string") {
      return { reason: "the times of a coverage are ISO 8601 or milliseconds" }
    }
    coverage.push({ channel, from: begins, to: ends })
  }
  return { coverage }
}

/**
 * A test of whether a channel was watched all through [from, to]. Touching intervals join; `complete` is all there is,
 * up to `now`.
 */
export function compileCoverage(coverage: Coverage): (channel: string, from: number, to: number) => boolean {
  if (coverage === "complete") return () => true
  const byChannel = new Map<string, { from: number; to: number }[]>()
  for (const span of [...coverage].sort((one, other) => one.from - other.from)) {
    if (span.to < span.from) continue
    const spans = byChannel.get(span.channel) ?? []
    byChannel.set(span.channel, spans)
    const last = spans.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else spans.push({ from: span.from, to: span.to })
  }
  return (channel, from, to) => {
    const spans = byChannel.get(channel) ?? []
    let low = 0
    let high = spans.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((spans[middle]?.from ?? 0) <= from) low = middle + 1
      else high = middle
    }
    const span = spans[low - 1]
    return span !== undefined && to <= span.to
  }
}
