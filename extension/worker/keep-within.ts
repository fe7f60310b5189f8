import type { TouchpointEvent } from "../../shared/event"
import type { Retention } from "./settings"

const DAY_MS = 24 * 60 * 60 * 1000
const MEGABYTE = 1_000_000

/**
 * The ids of a site's events that are beyond what the person wants kept at `now` (ms): those older than so many days,
 * then the oldest until the others have at most so many megabytes of JSON.
 */
export function listBeyond(
  events: Iterable<TouchpointEvent>,
  { days, megabytes }: Retention,
  now: number,
): string[] {
  if (days === null && megabytes === null) return []
  const oldest = days === null ? Number.NEGATIVE_INFINITY : now - days * DAY_MS
  const room = megabytes === null ? Number.POSITIVE_INFINITY : megabytes * MEGABYTE
  const beyond: string[] = []
  let bytes = 0
  for (const event of [...events].sort((one, other) => other.at - one.at)) {
    bytes += megabytes === null ? 0 : sizeOf(event)
    if (event.at < oldest || bytes > room) beyond.push(event.id)
  }
  return beyond
}

const encoder = new TextEncoder()

/** Bytes of an event's JSON in UTF-8. */
function sizeOf(event: TouchpointEvent): number {
  return encoder.encode(JSON.stringify(event)).length
}
